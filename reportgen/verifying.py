"""``verify``: the files a report was built into, read back; and its prose against the text it was marked from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from reportgen.content import load_report
from reportgen.errors import Message, ReportgenError, error
from reportgen.model.report import Report
from reportgen.products import PRODUCTS
from reportgen.products.product import Product
from reportgen.verify.against import Comparison, compare
from reportgen.verify.evidence import Verified
from reportgen.verify.original import read_original
from reportgen.verify.read_back import verify_files


def verify_folder(
    folder: Path, out: Path, products: Iterable[Product[Any]] = PRODUCTS
) -> tuple[Report, Verified]:
    """The report of a folder, and where its figures stand in those of its outputs that are in ``out``.

    Raises ReportgenError where the report cannot be loaded, no file of it is in ``out`` or one is damaged.
    """
    report = load_report(folder)
    return report, verify_files(report, written_files(report, out, products))


def compare_folder(folder: Path, original: Path) -> Comparison:
    """Every difference between a report's prose and the text it was marked from.

    Raises ReportgenError where one of the two cannot be read.
    """
    return compare(load_report(folder), read_original(original))


def written_files(
    report: Report, out: Path, products: Iterable[Product[Any]] = PRODUCTS
) -> Mapping[str, bytes]:
    """The report's outputs in a folder by name, in the order of the products."""
    names = [product.file_name(report.name) for product in products]
    try:
        files = {name: (out / name).read_bytes() for name in names if (out / name).is_file()}
    except OSError as fault:
        raise _nothing(report, out) from fault
    if not files:
        raise _nothing(report, out)
    return files


def _nothing(report: Report, out: Path) -> ReportgenError:
    hint = Message(
        f"先生成：python -m reportgen build {report.name} --out {out}",
        f"build it first: python -m reportgen build {report.name} --out {out}",
    )
    return error(f"{out}/ 里没有“{report.name}”的文件", f"no file of '{report.name}' in {out}/", hint=hint)
