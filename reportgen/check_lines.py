"""What ``check`` found, as lines for people or as JSON for programs."""

from __future__ import annotations

import json
from pathlib import Path

from reportgen.checking import COLUMNS, CheckedReport
from reportgen.preflight import Inspection
from reportgen.preflight.inspection_report import data, lines
from reportgen.progress import Reporter


def tell_report(checked: CheckedReport, reporter: Reporter, *, as_json: bool) -> None:
    """Findings, then the table of figures; the columns of JSON keep their names in every language."""
    if checked.layouts is not None:
        reporter.say(checked.layouts)
    reporter.problems(checked.findings)
    if as_json:
        rows = [dict(zip(COLUMNS, row, strict=True)) for row in checked.figures]
        reporter.result(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    head = tuple(column.in_language(reporter.language) for column in COLUMNS.values())
    for row in (head, *checked.figures):
        reporter.result("\t".join(row))


def tell_pdf(path: Path, inspection: Inspection, reporter: Reporter, *, as_json: bool) -> None:
    """The preflight of a finished file."""
    if as_json:
        reporter.result(json.dumps(data(str(path), inspection), ensure_ascii=False, indent=1))
        return
    for line in lines(str(path), inspection, reporter.language):
        reporter.result(line)
