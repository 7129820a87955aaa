"""A whole document as one PDF: pages, boxes, outline, links, what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportgen.fonts import Fonts
from reportgen.model.sheet import Document, Sheet
from reportgen.model.theme import Theme
from reportgen.pdf.chart_workshop import Workshop
from reportgen.pdf.fonts import PdfFonts
from reportgen.pdf.ink import ColourSpace, Ink
from reportgen.pdf.paint import Painter, paint_sheet

PRODUCER = "reportgen"
PREAMBLE = "1 0 0 1 0 0 cm"  # reportlab's own would name an unembedded Helvetica on every page


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """``space``: colour of every object; ``bleed``: whether the pages keep their bleed."""

    space: ColourSpace = "rgb"
    bleed: bool = False


def write_pdf(
    document: Document,
    theme: Theme,
    fonts: Fonts,
    options: PdfOptions | None = None,
    charts: Workshop | None = None,
) -> bytes:
    """The document as PDF 1.6; the same input gives the same bytes, wherever the charts are drawn."""
    chosen = options or PdfOptions()
    buffer = BytesIO()
    canvas = _canvas(buffer, document)
    painter = Painter(canvas, fonts, PdfFonts(fonts), theme, Ink(chosen.space), charts)
    if charts is not None:
        charts.order(document, theme, painter.ink)
    marks = {mark.sheet: mark for mark in reversed(document.outline)}
    for sheet in document.sheets:
        _page(sheet, painter, chosen)
        canvas.bookmarkPage(sheet.name, fit="Fit")
        canvas.showPage()
    for mark in document.outline:
        canvas.addOutlineEntry(mark.title, mark.sheet, mark.level, closed=False)
    if marks:
        canvas.showOutline()
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


def _page(sheet: Sheet, painter: Painter, options: PdfOptions) -> None:
    """Sets the page's boxes and paints it."""
    bleed = sheet.bleed if options.bleed else 0.0
    width, height = sheet.size
    canvas = painter.canvas
    canvas.setPageSize((width + 2 * bleed, height + 2 * bleed))
    canvas._preamble = PREAMBLE
    canvas.setTrimBox((bleed, bleed, bleed + width, bleed + height))
    canvas.setBleedBox((0, 0, width + 2 * bleed, height + 2 * bleed))
    paint_sheet(sheet, painter, (bleed, bleed))
