"""Reports, plans and finished files that many tests look at, each made once."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import pytest

from reportgen.content import load_report
from reportgen.fonts import Fonts
from reportgen.layout.brochure.plan import plan_brochure
from reportgen.layout.handouts.fact_sheet import plan_fact_sheet
from reportgen.layout.handouts.notes import plan_notes
from reportgen.layout.slides.plan import plan_deck
from reportgen.model.report import Report
from reportgen.model.sheet import Document, Role, TextBox
from reportgen.model.slide import Deck
from reportgen.pdf.write import PAPER, write_pdf
from reportgen.themes import load_theme

ROOT = Path(__file__).parents[1]
CONTENTS = {
    "yuci": ROOT / "content" / "yuci",
    **{
        name: ROOT / "tests" / "contents" / name
        for name in ("tiny", "long", "nofigures", "rare", "extremes", "loose")
    },
}


@lru_cache
def fonts() -> Fonts:
    return Fonts.load()


@lru_cache
def report_of(name: str) -> Report:
    return load_report(CONTENTS[name])


@lru_cache
def brochure_of(name: str) -> Document:
    return plan_brochure(report_of(name), load_theme(), fonts())


@lru_cache
def brochure_pdf(name: str) -> bytes:
    return write_pdf(brochure_of(name), load_theme(), fonts())


@lru_cache
def deck_of(name: str) -> Deck:
    return plan_deck(report_of(name), load_theme(), fonts())


@lru_cache
def notes_of(name: str) -> Document:
    return plan_notes(report_of(name), deck_of(name), load_theme(), fonts())


@lru_cache
def fact_sheet_of(name: str) -> Document:
    return plan_fact_sheet(report_of(name), load_theme(), fonts())


@lru_cache
def handout_pdfs(name: str) -> tuple[bytes, bytes]:
    """The notes and the fact sheet."""
    notes, facts = (write_pdf(d, load_theme(), fonts(), PAPER) for d in (notes_of(name), fact_sheet_of(name)))
    return notes, facts


def tool(name: str) -> str:
    """The path of a system tool; where it is missing the test is skipped, under CI it fails."""
    path = shutil.which(name)
    if path is None:
        message = f"{name} is not installed"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return path


def judge(name: str) -> Path:
    """The command of a checker installed beside the locked packages; missing it skips, under CI it fails."""
    beside = Path(sys.executable).with_name(name)
    return beside if beside.exists() else Path(tool(name))


def numbers_of(report: Report) -> set[str]:
    """Every number the report's text, tables and imprint hold."""
    text = "".join(p.text for p in report.paragraphs()) + report.title + report.series + report.date
    text += "".join(value for _, value in report.contact)
    text += "\n".join(cell for t in report.tables for row in (t.header, *t.rows) for cell in row)
    text += "".join(s.title + "".join(sub.title for sub in s.subsections) for s in report.sections)
    text += "".join(figure.asof for figure in report.figures)
    return set(re.findall(r"\d+(?:\.\d+)?", text))


def texts_of(boxes: Iterable[TextBox], *roles: Role) -> list[str]:
    """The paragraphs of those roles."""
    return [
        paragraph.text
        for box in boxes
        for i, paragraph in enumerate(box.paragraphs)
        if box.role_of(i) in roles
    ]


def folios(document: Document) -> set[str]:
    """Page and section numbers as they are printed."""
    return {f"{i:02d}" for i in range(1, max(len(document.sheets), 12) + 1)}
