"""The brochure: for the screen, for the printing house, for the office's own printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.errors import Message, Problem, ReportgenError
from reportgen.products.edition import Edition, once
from reportgen.products.options import MARKS, PROFILE, THEME, Selector
from reportgen.products.product import Asked, Command, Product

if TYPE_CHECKING:
    from reportgen.model.press import PrinterProfile
    from reportgen.model.sheet import Document

PDF = Command("pdf", Message("生成画册 PDF", "write the brochure as PDF"))
PURPOSE = Selector(
    "for",
    Message(
        "用途（默认 press 与 screen）：screen 屏幕、press 印刷（CMYK、出血、裁切标记、PDF/X-4 结构）、"
        "office 办公室打印（A4、原大、无链接）、all 全部",
        "purpose (default: press and screen): screen, press (CMYK, bleed, marks, PDF/X-4 structure), "
        "office (A4 at full size, no links) or all",
    ),
    every="all",
)


@once
def brochure_pages(edition: Edition) -> Document:
    """The brochure's pages, from which all its files are drawn."""
    from reportgen.layout.brochure.plan import plan_brochure  # each output loads only its own back end

    return plan_brochure(edition.report, edition.theme, edition.fonts)


@once
def printer(edition: Edition) -> PrinterProfile:
    """What the printing house asks for; raises ReportgenError where the theme's inks are over its limit."""
    from reportgen.model.press import DEFAULT_PRINTER
    from reportgen.printers import ink_problems, load_printer, printer_file

    path = edition.option(PROFILE) or printer_file(edition.report)
    found = load_printer(path) if path else DEFAULT_PRINTER
    if problems := ink_problems(edition.theme, found):
        raise ReportgenError(*problems)
    return found


@once
def press_pages(edition: Edition) -> Document:
    """The brochure's pages at the printing house's trim and bleed."""
    from reportgen.layout.brochure.trim import trimmed

    house = printer(edition)
    return trimmed(brochure_pages(edition), house.trim, house.bleed)


@once
def screen_file(edition: Edition) -> bytes:
    """The brochure for the screen: sRGB, links, no bleed."""
    from reportgen.pdf.write import SCREEN, write_pdf

    return write_pdf(brochure_pages(edition), edition.theme, edition.fonts, SCREEN, edition.charts)


@once
def press_file(edition: Edition) -> bytes:
    """The brochure for the printing house: CMYK, its trim and bleed, marks, output intent."""
    from msgspec.structs import replace

    from reportgen.pdf.write import PRESS, write_pdf

    options = replace(PRESS, marks=edition.option(MARKS), printer=printer(edition))
    return write_pdf(press_pages(edition), edition.theme, edition.fonts, options, edition.charts)


def _office_file(edition: Edition, _: Document) -> bytes:
    """The brochure for the office's own printer: A4, page by page, no links."""
    from reportgen.imposition import office_pages

    return office_pages(screen_file(edition))


def _coarse_pictures(edition: Edition) -> tuple[Problem, ...]:
    """Pictures too coarse for their printed size; pages are planned only where there is a picture."""
    from reportgen.layout.brochure.resolution import has_pictures, resolution_findings

    return resolution_findings(press_pages(edition), edition.report) if has_pictures(edition.report) else ()


PAGES = ("layout.brochure", "pdf")
SCREEN_BROCHURE = Product(
    "brochure",
    ".pdf",
    PDF,
    Message("画册屏幕版：带链接、完整标签", "the brochure for the screen: links, fully tagged"),
    PAGES,
    brochure_pages,
    lambda edition, _: screen_file(edition),
    (THEME,),
    Asked(PURPOSE, "screen", usual=True, draft=True),
    judged=True,
)
PRESS_BROCHURE = Product(
    "brochure-print",
    ".pdf",
    PDF,
    Message(
        "画册印刷版：CMYK、出血、裁切标记、PDF/X-4 结构",
        "the brochure for the printing house: CMYK, bleed, marks, PDF/X-4 structure",
    ),
    PAGES,
    press_pages,
    lambda edition, _: press_file(edition),
    (THEME, PROFILE, MARKS),
    Asked(PURPOSE, "press", usual=True),
    judged=True,
    findings=_coarse_pictures,
)
OFFICE_BROCHURE = Product(
    "brochure-office",
    ".pdf",
    PDF,
    Message(
        "画册办公室打印版：A4 居中、原大、无链接",
        "the brochure for the office's printer: centred on A4 at full size, no links",
    ),
    (*PAGES, "imposition"),
    brochure_pages,
    _office_file,
    (THEME,),
    Asked(PURPOSE, "office"),
    judged=True,
)
