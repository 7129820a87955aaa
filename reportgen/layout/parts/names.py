"""Words of a report that no line break may divide."""

from __future__ import annotations

import re

from reportgen.model.report import Report

QUOTED = re.compile("“[^“”]{2,8}”")


def unbroken_names(report: Report) -> tuple[str, ...]:
    """The author's list and the quoted names inside honours: the name inside a title stays on one line."""
    quoted = [name for honour in report.honours for name in QUOTED.findall(honour.text)]
    return tuple(dict.fromkeys((*report.names, *quoted)))


def source_name(report: Report) -> str:
    """Series with the organisation in brackets, or what there is of them."""
    if report.series and report.organisation:
        return f"{report.series}（{report.organisation}）"
    return report.series or report.organisation
