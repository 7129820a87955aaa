"""A whole document as one PDF: pages, boxes, outline, links, what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportgen.fonts import Fonts
from reportgen.model.sheet import Document, Sheet
from reportgen.model.theme import Theme
from reportgen.pdf import marks
from reportgen.pdf.chart_workshop import Workshop
from reportgen.pdf.fonts import PdfFonts
from reportgen.pdf.ink import ColourSpace, Ink
from reportgen.pdf.paint import Painter, paint_items, paint_sheet

PRODUCER = "reportgen"
INVARIANT_DATE = "2000-01-01T00:00:00+00:00"  # reportlab's, for files that are alike byte for byte
PREAMBLE = "1 0 0 1 0 0 cm"  # reportlab's own would name an unembedded Helvetica on every page


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """``space``: colour of every object; ``press``: bleed, PDF/X-4 and no links; ``marks`` around the bleed.

    ``unscaled``: the print dialogue offers the pages at their own size (ISO 32000-1 12.2, PrintScaling).
    """

    space: ColourSpace = "rgb"
    press: bool = False
    marks: bool = False
    unscaled: bool = False


SCREEN = PdfOptions()
PAPER = PdfOptions(unscaled=True)
PRESS = PdfOptions("cmyk", press=True, marks=True)


def write_pdf(
    document: Document,
    theme: Theme,
    fonts: Fonts,
    options: PdfOptions = SCREEN,
    charts: Workshop | None = None,
) -> bytes:
    """The document as PDF 1.6; the same input gives the same bytes, wherever the charts are drawn."""
    buffer = BytesIO()
    canvas = _canvas(buffer, document)
    painter = Painter(
        canvas, fonts, PdfFonts(fonts), theme, Ink(options.space), charts, links=not options.press
    )
    if charts is not None:
        charts.order(document, theme, painter.ink)
    for sheet in document.sheets:
        _page(sheet, document.title, painter, options)
        canvas.bookmarkPage(sheet.name, fit="Fit")
        canvas.showPage()
        page = canvas._doc.Pages[-1]
        page.Rotate = page.Trans = (
            None  # reportlab's defaults say nothing and GWG 2022 R0004 wants no /Rotate
        )
    for mark in document.outline:
        canvas.addOutlineEntry(mark.title, mark.sheet, mark.level, closed=False)
    if document.outline:
        canvas.showOutline()
    if options.unscaled:
        canvas.setViewerPreference("PrintScaling", "None")
    if options.press:
        from reportgen.pdf.press import PressFile, declare

        declare(canvas, PressFile(document, PRODUCER, INVARIANT_DATE))
    canvas._doc.idToObject["BasicFonts"].dict.pop("F1", None)
    canvas.save()
    return buffer.getvalue()


def _canvas(buffer: BytesIO, document: Document) -> Any:
    """A canvas without reportlab's defaults: no ASCII-85, no Helvetica, no clock."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas  # heavy; loaded when a PDF is really written

    rl_config.useA85 = 0  # binary streams: a fifth smaller, and a tenth of a long document's time
    canvas = Canvas(buffer, invariant=1, pageCompression=1, pdfVersion=(1, 6), lang=document.language)
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject(document.subject)
    canvas.setProducer(PRODUCER)
    canvas.setCreator(PRODUCER)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _page(sheet: Sheet, title: str, painter: Painter, options: PdfOptions) -> None:
    """Sets the page's boxes (Media ⊇ Bleed ⊇ Trim, no ArtBox: GWG 2022) and paints it."""
    bleed = sheet.bleed if options.press else 0.0
    edge = bleed + (marks.ROOM if options.marks else 0.0)
    width, height = sheet.size
    canvas = painter.canvas
    canvas.setPageSize((width + 2 * edge, height + 2 * edge))
    canvas._preamble = PREAMBLE
    canvas.setTrimBox((edge, edge, edge + width, edge + height))
    canvas.setBleedBox((edge - bleed, edge - bleed, edge + width + bleed, edge + height + bleed))
    paint_sheet(sheet, painter, (edge, edge), bleed)
    if options.marks:
        painter.write(marks.BEGIN)
        paint_items(marks.marks(sheet, title, painter.fonts), painter, (edge, edge), sheet.size[1])
        painter.write(marks.END)
