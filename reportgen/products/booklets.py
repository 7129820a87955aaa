"""Imposed sheets of the brochure; made only on request: which are wanted depends on where it is printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import Message, Place, Problem
from reportgen.products.brochure import PDF, brochure_pages, press_file, press_pages, printer, screen_file
from reportgen.products.edition import Edition
from reportgen.products.options import MARKS, PROFILE, THEME, Selector
from reportgen.products.product import Asked, Product

if TYPE_CHECKING:
    from reportgen.model.sheet import Document

BOOKLET = Selector(
    "booklet",
    Message(
        "另做拼版，可写几种：press 折手（16页一帖，余下8、4页一张两份、四份）、spreads 骑马订对页（SRA3）、"
        "a3 或 a4 办公室双面小册子（短边翻转）",
        "imposed sheets as well, one or more of: press (sections of 16; a rest of 8 or 4 "
        "fills the sheet twice or four times), "
        "spreads (two pages a side on SRA3), a3 or a4 (office duplex booklet, short-edge flip)",
    ),
    several=True,
)


def _press_booklet(kind: str, about: Message) -> Product[Document]:
    """The press file's pages on the printing house's sheets."""

    def write(edition: Edition, pages: Document) -> bytes:
        from msgspec.structs import replace

        from reportgen.imposition import PressJob, impose_press

        house = printer(edition)
        marks = edition.option(MARKS) and house.marks is not None
        task = PressJob(pages.title, spreads=kind == "spreads", marks=marks, spot=house.spot)
        if house.paper_gsm:
            task = replace(task, paper_gsm=house.paper_gsm)
        return impose_press(press_file(edition), task, edition.theme, edition.fonts)

    def thick(edition: Edition) -> tuple[Problem, ...]:
        from reportgen.imposition import press

        return _too_thick(edition, printer(edition).paper_gsm or press.PAPER_GSM)

    return Product(
        f"brochure-booklet-{kind}",
        ".pdf",
        PDF,
        about,
        ("layout.brochure", "pdf", "imposition"),
        press_pages,
        write,
        (THEME, PROFILE, MARKS),
        Asked(BOOKLET, kind),
        judged=True,
        on_request=True,
        remarks=thick,
    )


def _office_booklet(paper: str, about: Message) -> Product[Document]:
    """The screen file's pages as a duplex booklet for the office printer."""

    def write(edition: Edition, _: Document) -> bytes:
        from reportgen.imposition import PAPERS, impose_office

        return impose_office(screen_file(edition), PAPERS[paper])

    def thick(edition: Edition) -> tuple[Problem, ...]:
        from reportgen.imposition import office

        return _too_thick(edition, office.PAPER_GSM)

    return Product(
        f"brochure-booklet-{paper}",
        ".pdf",
        PDF,
        about,
        ("layout.brochure", "pdf", "imposition"),
        brochure_pages,
        write,
        (THEME,),
        Asked(BOOKLET, paper),
        judged=True,
        on_request=True,
        remarks=thick,
    )


def _too_thick(edition: Edition, grams: float) -> tuple[Problem, ...]:
    """Whether staples hold a booklet on paper of so many grams a square metre."""
    from reportgen.imposition import padded_pages, stitching_findings

    pages = len(padded_pages(len(brochure_pages(edition).sheets)))
    file = Place((Path(edition.report.folder) / "report.md").as_posix())
    return stitching_findings(pages, grams, file)


BOOKLETS = (
    _press_booklet(
        "press",
        Message("印刷厂拼大版：16页一帖，折标、套准、爬移", "press sheets: sections of 16, folds, creep"),
    ),
    _press_booklet("spreads", Message("骑马订对页（SRA3）", "printer's spreads on SRA3")),
    _office_booklet(
        "a3",
        Message("办公室双面小册子，A3 短边翻转", "office duplex booklet on A3, flipped at the short edge"),
    ),
    _office_booklet(
        "a4",
        Message("办公室双面小册子，A4 短边翻转", "office duplex booklet on A4, flipped at the short edge"),
    ),
)
