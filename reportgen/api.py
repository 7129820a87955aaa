"""The library: what the command line does, called from a program.

    import reportgen

    for file in reportgen.build("content/yuci", products=["brochure", "deck"], out="dist"):
        print(file.path, [finding.render("en") for finding in file.findings])

Every error of the input is one :class:`~reportgen.errors.ReportgenError` with all problems found at once.
Functions keep nothing between calls and write nothing but the files they name.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.errors import Message, Problem, ReportgenError, error
from reportgen.perhaps_meant import perhaps_meant
from reportgen.products import PRODUCTS
from reportgen.products.options import Option
from reportgen.products.product import Product, built, options_of

if TYPE_CHECKING:  # each call loads only what it needs
    from reportgen.checking import CheckedReport
    from reportgen.model.report import Report
    from reportgen.pipeline import BuiltFile, Progress
    from reportgen.preflight import Inspection, Purpose
    from reportgen.verify.evidence import Verified

AnyPath = str | os.PathLike[str]
LARGEST_GUESS = 4_000_000  # bytes


def load(folder: AnyPath) -> Report:
    """The report of a folder (``report.md`` and the files it names), read and validated."""
    from reportgen.content import load_report

    return load_report(Path(folder))


def build(
    reports: AnyPath | Iterable[AnyPath],
    products: Iterable[str | Product[Any]] | None = None,
    out: AnyPath = "dist",
    *,
    preflight: bool = True,
    verify: bool = True,
    progress: Progress | None = None,
    **options: Any,
) -> list[BuiltFile]:
    """Makes the outputs of one or several report folders; nothing is written unless all of them could be made.

    ``products``: names of ``reportgen.products.PRODUCTS`` (``brochure``, ``deck``, ``handout-notes`` …) or records
    of your own; None makes what ``python -m reportgen build`` makes. ``preflight``: finished PDF files are checked;
    ``verify``: finished files are read back against the text.
    ``progress`` is called with the name of each file before it is made. ``options``: any that the outputs
    understand (``theme="fenchuan"``, ``profile="printer.toml"``, ``marks=False``, ``fonts="subset"``, …).

    Returns the files in the order they were made, each with its findings. Raises ReportgenError with the problems
    of all reports, for an output or option that is not known, and where a file cannot be written.
    """
    from reportgen.pdf.chart_workshop import workshop

    folders = _folders(reports)
    if not folders:
        raise error("没有要生成的报告", "there is no report to build")
    wanted = built(PRODUCTS) if products is None else tuple(_known(product) for product in products)
    decided = _decided(options, options_of(wanted))
    charts = any("pdf" in product.stages for product in wanted) and any(map(_has_charts, folders))
    with workshop(wanted=charts) as drawing:  # starts before the imports it runs in parallel with
        from reportgen.pipeline import build as build_all

        made = build_all(
            folders,
            wanted,
            decided,
            Path(out),
            progress or _silent,
            drawing,
            preflight=preflight,
            verify=verify,
        )
    return list(made)


def check(folder: AnyPath, **options: Any) -> CheckedReport:
    """What ``check`` reports: findings, and the table of its figures (rows of ``checking.COLUMNS``)."""
    from reportgen.checking import check_folder

    return check_folder(Path(folder), _decided(options, options_of(PRODUCTS)))


def check_pdf(path: AnyPath, purpose: Purpose | None = None) -> Inspection:
    """The preflight of any finished PDF, by the rules for ``"press"`` or ``"screen"``, else by what it claims."""
    from reportgen.checking import check_pdf as inspect

    return inspect(Path(path), purpose)


def verify_files(folder: AnyPath, out: AnyPath = "dist") -> Verified:
    """Where the report's figures stand in its files in ``out``, and what in them the text does not say.

    Raises ReportgenError where ``out`` holds no file of the report or one is damaged.
    """
    from reportgen.verifying import verify_folder

    return verify_folder(Path(folder), Path(out))[1]


def _folders(reports: AnyPath | Iterable[AnyPath]) -> tuple[Path, ...]:
    return (Path(reports),) if isinstance(reports, str | os.PathLike) else tuple(map(Path, reports))


def _known(product: str | Product[Any]) -> Product[Any]:
    if isinstance(product, Product):
        return product
    names = {known.name: known for known in PRODUCTS}
    if product in names:
        return names[product]
    hint = perhaps_meant(product, names) or Message(f"可用：{'、'.join(names)}", f"known: {', '.join(names)}")
    raise error(f"没有输出“{product}”", f"there is no output '{product}'", hint=hint)


def _decided(options: Mapping[str, Any], understood: Sequence[Option[Any]]) -> dict[str, Any]:
    """The options with files as paths; raises ReportgenError for every one that no output understands."""
    known = {option.name: option for option in understood}
    problems = [
        problem for name, value in options.items() if (problem := _refused(name, value, known)) is not None
    ]
    if problems:
        raise ReportgenError(*problems)
    return {
        name: Path(value) if value is not None and known[name].kind == "file" else value
        for name, value in options.items()
    }


def _refused(name: str, value: Any, known: Mapping[str, Option[Any]]) -> Problem | None:
    option = known.get(name)
    if option is None:
        hint = perhaps_meant(name, known) or _listed(known)
        return Problem(Message(f"未知的选项“{name}”", f"unknown option '{name}'"), None, hint)
    if option.choices and value not in option.choices:
        message = Message(f"{name} 不能是“{value}”", f"{name} cannot be '{value}'")
        return Problem(message, None, _listed(option.choices))
    return None


def _listed(names: Iterable[str]) -> Message:
    return Message(f"可用：{'、'.join(names)}", f"known: {', '.join(names)}")


def _has_charts(folder: Path) -> bool:
    """A guess from the raw text, made before anything is fully read."""
    path = folder / "report.md"
    return path.is_file() and path.stat().st_size < LARGEST_GUESS and b"::: chart" in path.read_bytes()


def _silent(_: str) -> None:
    """Says nothing."""
