"""Finished pages onto sheets: each becomes one form XObject, so text stays text and nothing is stored twice."""

from __future__ import annotations

import re
import uuid
from io import BytesIO

import pikepdf
from msgspec import Struct
from msgspec.structs import replace
from pikepdf import Array, Dictionary, Name

from reportgen.fonts import Fonts
from reportgen.imposition.folded_sections import padded_pages
from reportgen.imposition.furniture import SlugInfo, furniture
from reportgen.imposition.office import A4, Paper, booklet_sides, single_sides
from reportgen.imposition.press import PAPER_GSM, PressSetup, press_sides, spread_sides
from reportgen.imposition.sides import PlacedPage, Side
from reportgen.lengths import Rect
from reportgen.model.press import DEFAULT_PRINTER
from reportgen.model.theme import Spot, Theme
from reportgen.pdf import printer_marks
from reportgen.pdf.ink import number
from reportgen.pdf.write import PdfOptions, write_pdf

VERSION = "1.6"
# What stays true of the same pages on sheets; outline, names and structure lead to pages that are gone.
SHEET_KEYS = frozenset(
    ("/Type", "/Pages", "/Lang", "/ViewerPreferences", "/Metadata", "/OutputIntents", "/OCProperties")
)
CLAIMS = frozenset(("/Metadata", "/OutputIntents"))  # of the tagged screen file
DOCUMENT_ID = re.compile(rb"(xmpMM:DocumentID\W+uuid:)([0-9a-f-]{36})")


class PressJob(Struct, frozen=True):
    """``spreads``: two pages a side instead of folded sections; ``marks``: draw what surrounds the pages.

    ``spot``: the printing house's; None: the theme's.
    """

    title: str
    paper_gsm: float = PAPER_GSM
    spreads: bool = False
    marks: bool = True
    spot: Spot | None = None


def impose_press(press: bytes, job: PressJob, theme: Theme, fonts: Fonts) -> bytes:
    """The pages of a press file on printer's sheets; page size and bleed are those of its boxes.

    Inks, overprint, output intent and metadata are the press file's, so its PDF/X-4 claim holds on.
    Raises ReportgenError when no sheet is large enough.
    """
    with pikepdf.open(BytesIO(press)) as pdf:
        count, (trim, bleed) = len(pdf.pages), _boxes(pdf.pages[0])
        setup = PressSetup((trim.width, trim.height), bleed, job.paper_gsm)
        sides = (spread_sides if job.spreads else press_sides)(count, setup)
        _lay(pdf, sides)
        if job.marks:
            condition = str(pdf.Root.OutputIntents[0].OutputConditionIdentifier)
            spot = job.spot or theme.spot
            info = SlugInfo(job.title, len(padded_pages(count)), job.paper_gsm, condition, spot)
            inks = PdfOptions("cmyk", press=True, printer=replace(DEFAULT_PRINTER, spot=spot))
            _over(pdf, write_pdf(furniture(sides, info, fonts), theme, fonts, inks))
        _keep(pdf, SHEET_KEYS)
        _rename(pdf, "spreads" if job.spreads else "sections")
        return _saved(pdf)


def impose_office(screen: bytes, paper: Paper) -> bytes:
    """The pages of a screen file as a booklet for that paper, to be printed duplex on the short edge."""
    with pikepdf.open(BytesIO(screen)) as pdf:
        trim, _ = _boxes(pdf.pages[0])
        _lay(pdf, booklet_sides(len(pdf.pages), (trim.width, trim.height), paper))
        _plainly(pdf, "DuplexFlipShortEdge")
        return _saved(pdf)


def office_pages(screen: bytes) -> bytes:
    """The pages of a screen file centred on A4 without links, to be printed duplex on the long edge."""
    with pikepdf.open(BytesIO(screen)) as pdf:
        trim, _ = _boxes(pdf.pages[0])
        _lay(pdf, single_sides(len(pdf.pages), (trim.width, trim.height), A4))
        _plainly(pdf, "DuplexFlipLongEdge")
        return _saved(pdf)


def _boxes(page: pikepdf.Page) -> tuple[Rect, float]:
    """The trim box, from the media's corner with y up, and the least bleed around it."""
    trim, bleed = ([float(v) for v in box] for box in (page.trimbox, page.get(Name.BleedBox, page.trimbox)))
    edges = (trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3])
    return Rect(trim[0], trim[1], trim[2] - trim[0], trim[3] - trim[1]), max(0.0, min(edges))


def _lay(pdf: pikepdf.Pdf, sides: tuple[Side, ...]) -> None:
    """Replaces the file's pages by the sides that show them."""
    sources = list(pdf.pages)
    for side in sides:
        page = pdf.add_blank_page(page_size=side.size)
        trim = _upright(side.trim, side.size[1])
        page.obj.TrimBox = Array([round(v, 4) for v in trim])
        outwards = (-side.bleed, -side.bleed, side.bleed, side.bleed)
        page.obj.BleedBox = Array([round(v + out, 4) for v, out in zip(trim, outwards, strict=True)])
        shown = {f"/P{p.number}": (p.page, p) for p in side.pages if p.page is not None}  # copies alike
        forms = {name: _form(pdf, sources[index], placed) for name, (index, placed) in shown.items()}
        page.obj.Resources = Dictionary(XObject=Dictionary(forms))
        drawn = "\n".join(
            f"q {_matrix(p, sources[p.page], side.size[1])} cm /P{p.number} Do Q"
            for p in side.pages
            if p.page is not None
        )
        page.obj.Contents = pdf.make_stream(drawn.encode())
    del pdf.pages[: len(sources)]


def _upright(rect: Rect, height: float) -> tuple[float, float, float, float]:
    """The rectangle's corners with y up."""
    return rect.x, height - rect.bottom, rect.right, height - rect.y


def _scale(placed: PlacedPage, trim: Rect) -> float:
    return placed.trim.width / trim.width


def _matrix(placed: PlacedPage, source: pikepdf.Page, height: float) -> str:
    """Takes the source's trim box to its place on a side of that height."""
    trim, _ = _boxes(source)
    left, bottom, right, top = _upright(placed.trim, height)
    scale = -_scale(placed, trim) if placed.turned else _scale(placed, trim)
    x, y = (right, top) if placed.turned else (left, bottom)
    return f"{scale:.6g} 0 0 {scale:.6g} {number(x - scale * trim.x)} {number(y - scale * trim.y)}"


def _form(pdf: pikepdf.Pdf, source: pikepdf.Page, placed: PlacedPage) -> pikepdf.Object:
    """The source page without its marks, cut at the window."""
    source.contents_coalesce()
    content, _, _ = source.Contents.read_bytes().partition(f"\n{printer_marks.BEGIN}\n".encode())
    form = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([round(v, 4) for v in _shown(placed, _boxes(source)[0])]),
        Resources=source.resources,
    )
    if Name.Group in source:
        form.Group = source.Group
    return pdf.make_stream(content, form)


def _shown(placed: PlacedPage, trim: Rect) -> tuple[float, float, float, float]:
    """The window in the source page's own coordinates, y up."""
    place, window, scale = placed.trim, placed.window, _scale(placed, trim)
    before, after = (place.x - window.x) / scale, (window.right - place.right) / scale
    above, below = (place.y - window.y) / scale, (window.bottom - place.bottom) / scale
    if placed.turned:
        before, after, above, below = after, before, below, above
    return trim.x - before, trim.y - below, trim.right + after, trim.bottom + above


def _over(pdf: pikepdf.Pdf, drawn: bytes) -> None:
    """Draws the pages of another file over the sides, one each."""
    with pikepdf.open(BytesIO(drawn)) as source:
        for page, over in zip(pdf.pages, source.pages, strict=True):
            resources = pdf.copy_foreign(source.make_indirect(over.resources))
            for key, value in resources.items():
                page.obj.Resources[key] = value
            page.contents_add(over.Contents.read_bytes())


def _keep(pdf: pikepdf.Pdf, keys: frozenset[str]) -> None:
    for key in sorted(set(pdf.Root.keys()) - keys):
        del pdf.Root[key]


def _rename(pdf: pikepdf.Pdf, kind: str) -> None:
    """Another document needs another identifier, made from the old one."""

    def renamed(found: re.Match[bytes]) -> bytes:
        return found[1] + str(uuid.uuid5(uuid.UUID(found[2].decode()), kind)).encode()

    xmp = DOCUMENT_ID.sub(renamed, pdf.Root.Metadata.read_bytes())
    pdf.Root.Metadata.write(xmp, filter=None)


def _plainly(pdf: pikepdf.Pdf, duplex: str) -> None:
    """Says how the office printer is to print, and takes back what the screen file claims."""
    _keep(pdf, SHEET_KEYS - CLAIMS)
    pdf.Root.ViewerPreferences = Dictionary(
        DisplayDocTitle=True,
        Duplex=Name(f"/{duplex}"),
        PickTrayByPDFSize=True,
        PrintScaling=Name("/None"),
    )


def _saved(pdf: pikepdf.Pdf) -> bytes:
    buffer = BytesIO()
    pdf.remove_unreferenced_resources()
    pdf.save(buffer, deterministic_id=True, force_version=VERSION, fix_metadata_version=False)
    return buffer.getvalue()
