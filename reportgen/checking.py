"""``check``: findings of the text, the table of every figure, and finished PDF files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from reportgen.broken_words import broken_words
from reportgen.characters import fallback_characters
from reportgen.content import check_report, figures_table, fix_text
from reportgen.errors import Message, Problem, error
from reportgen.fonts import Fonts
from reportgen.model.sheet import Document
from reportgen.pipeline import load, plan_whole
from reportgen.preflight import Inspection, Purpose, preflight
from reportgen.products import PRODUCTS
from reportgen.products.deck import office_template
from reportgen.products.edition import Edition
from reportgen.products.product import Product, built
from reportgen.store import write_atomically

COLUMNS = {
    "id": Message("编号", "id"),
    "value": Message("数值", "value"),
    "unit": Message("单位", "unit"),
    "label": Message("指标", "label"),
    "sentence": Message("原句", "sentence"),
    "used": Message("用处", "used"),
    "signed": Message("带符号", "signed"),
    "direction": Message("方向", "direction"),
}


class CheckedReport(Struct, frozen=True):
    """The result of ``check`` for a report; ``figures`` has a row for each figure, its cells those of ``COLUMNS``."""

    findings: tuple[Problem, ...]
    figures: tuple[tuple[str, ...], ...]
    layouts: Message | None = None  # which of its template's layouts serve what, where it has one

    @property
    def warnings(self) -> int:
        """How many findings are more than a note."""
        return sum(1 for finding in self.findings if finding.severity != "note")


def check_folder(
    folder: Path, options: Mapping[str, Any] | None = None, products: Iterable[Product[Any]] = PRODUCTS
) -> CheckedReport:
    """Findings of the text, and of every output that ``build`` makes as far as it is planned.

    Raises ReportgenError where the report, its theme, template or printer profile cannot be loaded, and where an
    output has no room for what the text declares.
    """
    edition, usual = load(folder, Fonts.load(), options), built(products)
    report = edition.report
    planned = [plan_whole(product, edition) for product in usual]
    findings = (
        *report.warnings,
        *check_report(report),
        *fallback_characters(report, edition.fonts),
        *edition.theme.warnings,
        *(finding for product in usual for finding in product.findings(edition)),
        *broken_words((plan for plan in planned if isinstance(plan, Document)), report),
    )
    return CheckedReport(tuple(dict.fromkeys(findings)), figures_table(report), _layouts(edition))


def _layouts(edition: Edition) -> Message | None:
    found = office_template(edition)
    if found is None:
        return None
    served = "；".join(f"{role} = {use.layout.name}" for role, use in found.uses.items())
    return Message(
        f"模板“{found.file.name}”的版式：{served}", f"layouts of template '{found.file.name}': {served}"
    )


def fix_folder(folder: Path) -> int:
    """Corrects what can be corrected without asking in the report's file; returns how many places it changed."""
    path = folder / "report.md"
    source = path.read_text(encoding="utf-8")
    fixed, count = fix_text(source)
    if fixed != source:
        write_atomically(path, fixed.encode("utf-8"))
    return count


def check_pdf(path: Path, purpose: Purpose | None = None) -> Inspection:
    """The preflight of a finished file, by the rules for that purpose, else by what the file claims.

    Raises ReportgenError for a file that is not there or cannot be read.
    """
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise error(
            f"{path}：打不开（{fault.strerror}）", f"{path}: cannot be opened ({fault.strerror})"
        ) from fault
    return preflight(content, purpose, str(path))
