"""A whole document as one PDF: pages, boxes, outline, links, metadata."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from reportgen.fonts import Fonts
from reportgen.lengths import NO_EDGES, Edges, Rect
from reportgen.model.press import DEFAULT_PRINTER, MarkStyle, PrinterProfile
from reportgen.model.sheet import Document, Sheet, holds_picture
from reportgen.model.theme import Theme
from reportgen.pdf import printer_marks
from reportgen.pdf.chart_workshop import Workshop
from reportgen.pdf.document_info import DocumentInfo
from reportgen.pdf.fonts import PdfFonts
from reportgen.pdf.ink import ColourSpace, Ink
from reportgen.pdf.marked_content import MarkedContent, Unmarked
from reportgen.pdf.paint import Painter, paint_items, paint_sheet
from reportgen.pdf.reportlab_parts import begin_pages_with, document_of, last_page

if TYPE_CHECKING:
    from reportgen.pdf.image_object import ImageObjects

PRODUCER = "reportgen"
INVARIANT_DATE = "2000-01-01T00:00:00+00:00"  # reportlab's, for files that are equal byte for byte
PREAMBLE = "1 0 0 1 0 0 cm"  # reportlab's own would name an unembedded Helvetica on every page


class PdfOptions(Struct, frozen=True):
    """``space``: colour of every object; ``press``: bleed, PDF/X-4 and no links; ``marks`` around the bleed.

    ``unscaled``: the print dialogue offers the pages at their own size (ISO 32000-1 12.2, PrintScaling).
    ``printer``: what the printing house asks of a press file.
    """

    space: ColourSpace = "rgb"
    press: bool = False
    marks: bool = False
    unscaled: bool = False
    printer: PrinterProfile = DEFAULT_PRINTER

    @property
    def style(self) -> MarkStyle | None:
        """The marks wanted; None for none."""
        return self.printer.marks if self.marks else None


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
    """The document as PDF 1.6; the same input gives the same bytes, wherever the charts are drawn.

    A document with a structure becomes a tagged file, PDF/UA-1 and PDF/A-2a, unless it is for the press.
    """
    buffer = BytesIO()
    canvas = _canvas(buffer, document)
    spot = (options.printer.spot or theme.spot) if options.press else None
    ink = Ink(options.space, spot)
    images, tags = _images(document, options), _marks_of(document, options)
    links = not options.press
    painter = Painter(
        canvas, fonts, PdfFonts(fonts), theme, ink, charts, links=links, images=images, tags=tags
    )
    resources = None
    if options.press:
        from reportgen.pdf.page_resources import PressResources  # reportlab

        resources = PressResources(document_of(canvas), spot, theme)
    if charts is not None:
        charts.order(document, theme, painter.ink)
    for sheet in document.sheets:
        _page(sheet, document, painter, options)
        canvas.bookmarkPage(sheet.name, fit="Fit")
        canvas.showPage()
        page = last_page(canvas)
        page.Rotate = page.Trans = (
            None  # reportlab's defaults change nothing, and GWG 2022 R0004 allows no /Rotate
        )
        if resources is not None:
            resources.give(page)
    _add_outline(canvas, document)
    if options.unscaled:
        canvas.setViewerPreference("PrintScaling", "None")
    info = DocumentInfo(document, PRODUCER, INVARIANT_DATE)
    if options.press:
        from reportgen.pdf.press import declare_press

        declare_press(canvas, info, options.printer.condition)
    elif isinstance(tags, MarkedContent):
        from reportgen.pdf.tagged import tag

        tag(canvas, tags, info)
    document_of(canvas).idToObject["BasicFonts"].dict.pop("F1", None)
    canvas.save()
    return buffer.getvalue()


def _marks_of(document: Document, options: PdfOptions) -> Unmarked:
    """The marks of a tagged file; none in a press file or a document without structure."""
    if options.press or document.structure is None:
        return Unmarked()
    return MarkedContent(document.structure, len(document.sheets))


def _add_outline(canvas: Any, document: Document) -> None:
    for mark in document.outline:
        canvas.addOutlineEntry(mark.title, mark.sheet, mark.level, closed=False)
    if document.outline:
        canvas.showOutline()


def _images(document: Document, options: PdfOptions) -> ImageObjects | None:
    """Where pictures are made; None, and no imaging library loaded, in a document without any."""
    if not any(holds_picture(sheet.items) for sheet in document.sheets):
        return None
    from reportgen.pdf.image_object import ImageObjects

    return ImageObjects(options.space, options.printer.condition)


def _canvas(buffer: BytesIO, document: Document) -> Any:
    """A canvas without reportlab's defaults: no ASCII-85, no Helvetica, no clock."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas  # heavy; loaded only when a PDF is written

    rl_config.useA85 = 0  # binary streams: a fifth smaller, and a tenth of a long document's time
    canvas = Canvas(buffer, invariant=1, pageCompression=1, pdfVersion=(1, 6), lang=document.language)
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject(document.subject)
    canvas.setProducer(PRODUCER)
    canvas.setCreator(PRODUCER)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _page(sheet: Sheet, document: Document, painter: Painter, options: PdfOptions) -> None:
    """Sets the page's boxes (Media ⊇ Bleed ⊇ Trim, no ArtBox: GWG 2022) and paints it."""
    art = sheet.bleed if options.press else NO_EDGES
    trim = Rect(0, 0, *(side * sheet.scale for side in sheet.size))
    bleed = trim.grown(art.scaled(sheet.scale))
    media = bleed.grown(Edges.all(printer_marks.room(sheet, options.style)))
    canvas = painter.canvas
    canvas.setPageSize((media.width, media.height))
    begin_pages_with(canvas, PREAMBLE)
    canvas.setTrimBox(_box(trim, media))
    canvas.setBleedBox(_box(bleed, media))
    offset = (-media.x, media.bottom - trim.bottom)
    paint_sheet(sheet, painter, offset, art)
    if options.style is not None:
        slug = printer_marks.slug_words(sheet, document, options.printer)
        drawn = printer_marks.marks(sheet, slug, options.style, painter.fonts, painter.ink.spot)
        painter.write(printer_marks.BEGIN)
        paint_items(drawn, painter, offset, trim.height)
        painter.write(printer_marks.END)


def _box(rect: Rect, media: Rect) -> tuple[float, float, float, float]:
    """Left, bottom, right and top from the media box's bottom left."""
    return (rect.x - media.x, media.bottom - rect.bottom, rect.right - media.x, media.bottom - rect.y)
