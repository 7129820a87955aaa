"""A4 as handed out: its margins, and what recurs on its sheets."""

from __future__ import annotations

from reportgen.layout.brochure.furniture import first_fitting, running_line, signature_rule
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import mm
from reportgen.model.report import Report
from reportgen.model.sheet import Item

SIZE = (mm(210), mm(297))
MARGIN, WIDTH = mm(15), mm(180)
KIND_WIDTH, FOLIO_WIDTH = mm(40), mm(60)  # what the running head leaves to the kind of handout
RULE_Y, RUNNING_Y, FOOT_Y = mm(12), mm(14.8), mm(282)


def imprint(report: Report) -> str:
    """Series and organisation on one line; the title where the report has neither."""
    return "　".join(part for part in (report.series, report.organisation) if part) or report.title


def running_head(report: Report, kind: str, ts: Typesetter) -> tuple[Item, ...]:
    """The signature rule; under it the imprint at the left and the kind of handout at the right."""
    half = WIDTH / 2 - mm(2)
    said = (imprint(report), report.series, report.organisation, report.title)
    left = running_line(first_fitting(said, "running", WIDTH - KIND_WIDTH, ts), "running", ts, WIDTH, "left")
    right = running_line(kind, "running-section", ts, half, "right")
    return (
        *signature_rule(MARGIN, RULE_Y, WIDTH, report, ts),
        *left.at(MARGIN, RUNNING_Y),
        *right.at(MARGIN + WIDTH - half, RUNNING_Y),
    )


def page_number(number: int, count: int, ts: Typesetter) -> tuple[Item, ...]:
    """第 n 页，共 m 页 at the foot."""
    words = ts.paragraph(f"第{number}页，共{count}页", "source", ts.theme.colour("grey-600"))
    return ts.text(words, FOLIO_WIDTH, "folio").at(MARGIN, FOOT_Y)
