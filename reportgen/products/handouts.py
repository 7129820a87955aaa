"""What lies on the tables of the press conference: the slides with notes, and the report on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.errors import Message, Problem
from reportgen.products.deck import own_slides
from reportgen.products.edition import Edition, once
from reportgen.products.options import THEME
from reportgen.products.product import Command, Product

if TYPE_CHECKING:
    from reportgen.model.sheet import Document

HANDOUT = Command(
    "handout",
    Message(
        "生成会场材料：幻灯片讲稿与一页速览", "write the handouts: slides with notes, and the fact sheet"
    ),
)


@once
def notes_pages(edition: Edition) -> Document:
    """The slides with the speaker's words beside them."""
    from reportgen.layout.handouts.notes import plan_notes

    return plan_notes(edition.report, own_slides(edition), edition.theme, edition.fonts)


@once
def fact_pages(edition: Edition) -> Document:
    """The report on one page."""
    from reportgen.layout.handouts.fact_sheet import plan_fact_sheet

    return plan_fact_sheet(edition.report, edition.theme, edition.fonts)


def _write(edition: Edition, pages: Document) -> bytes:
    from reportgen.pdf.write import PAPER, write_pdf

    return write_pdf(pages, edition.theme, edition.fonts, PAPER, edition.charts)


def _own_slides(edition: Edition) -> tuple[Problem, ...]:
    """That the notes handout shows other slides than a deck on a template has."""
    if not edition.report.template:
        return ()
    said = Message(
        "会场材料画的是本程序自己的版式，张数和编号与模板上的演示文稿不同",
        "the notes handout shows slides of our own design: their number differs from the deck on the template",
    )
    hint = Message(
        "要与演示文稿一致，在 PowerPoint 里打印备注页",
        "to match the deck, print its notes pages in PowerPoint",
    )
    return (Problem(said, edition.report.template_place, hint, "warning"),)


NOTES = Product(
    "handout-notes",
    ".pdf",
    HANDOUT,
    Message(
        "讲稿：A4，每页三张幻灯片，旁边是发言全文，下面留横线",
        "slides with notes: three a page on A4, the words spoken over them beside, lines to write on",
    ),
    ("layout.slides", "layout.handouts", "pdf"),
    notes_pages,
    _write,
    (THEME,),
    judged=True,
    remarks=_own_slides,
)
FACT_SHEET = Product(
    "handout-factsheet",
    ".pdf",
    HANDOUT,
    Message("一页速览：数字、要点、荣誉", "the fact sheet: figures, points and honours on one A4 page"),
    ("layout.handouts", "pdf"),
    fact_pages,
    _write,
    (THEME,),
    judged=True,
    selects=True,
)
