"""A spot colour and a printer's trim in the written file, and on Ghostscript's plates."""

from __future__ import annotations

import io
import subprocess
from functools import lru_cache
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops
from samples import brochure_of, fonts, tool

from reportgen.layout.brochure.trim import trimmed
from reportgen.lengths import Edges, mm
from reportgen.model.press import DEFAULT_PRINTER, MarkStyle, PrinterProfile
from reportgen.model.theme import Spot
from reportgen.pdf.page_resources import pdf_name
from reportgen.pdf.write import PRESS, PdfOptions, write_pdf
from reportgen.themes import load_theme

INK = "PANTONE 186 C"
HOUSE = PrinterProfile(
    name="样张印务",
    bleed=Edges.all(mm(5)),
    trim=(mm(210), mm(297)),
    marks=MarkStyle(mm(6), mm(8)),
    spot=Spot(INK),
    house="样张印务有限公司",
)
DOTS = 72


@lru_cache
def house_file(printer: PrinterProfile = HOUSE) -> bytes:
    pages = trimmed(brochure_of("yuci"), printer.trim, printer.bleed)
    return write_pdf(pages, load_theme(), fonts(), replace(PRESS, printer=printer))


def plates(data: bytes, page: int, folder: Path) -> dict[str, Image.Image]:
    """Each plate of one page, 0 for full ink, at 72 dots per inch."""
    path = folder / "press.pdf"
    path.write_bytes(data)
    command = [tool("gs"), "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", f"-r{DOTS}"]
    span = [f"-dFirstPage={page}", f"-dLastPage={page}", f"-sOutputFile={folder / 'p.tif'}"]
    subprocess.run([*command, *span, path], check=True, capture_output=True)
    return {
        file.name[file.name.index("(") + 1 : file.name.index(")")]: Image.open(file).convert("L")
        for file in folder.glob("p*(*).tif")
    }


def test_the_spot_is_a_separation_with_a_cmyk_alternate() -> None:
    with pikepdf.open(io.BytesIO(house_file())) as pdf:
        for page in pdf.pages:
            kind, name, alternate, tint = page.Resources.ColorSpace["/Spot"]
            assert (str(kind), str(name), str(alternate)) == ("/Separation", f"/{INK}", "/DeviceCMYK")
            solid = [value / 100 for value in load_theme().colour("brand-500").cmyk]
            assert [float(value) for value in tint.C1] == pytest.approx(solid)
            assert [float(value) for value in tint.C0] == [0, 0, 0, 0]


def test_none_of_the_spot_colour_is_left_in_process_inks() -> None:
    brand = [value / 100 for value in load_theme().colour("brand-500").cmyk]
    tints = set()
    with pikepdf.open(io.BytesIO(house_file())) as pdf:
        for page in pdf.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) in ("k", "K"):
                    assert [float(value) for value in operands] != pytest.approx(brand)
                elif str(operator) in ("scn", "SCN"):
                    tints.add(float(operands[0]))
    assert {0.5, 1.0} <= tints


def test_the_cover_field_is_on_the_spots_plate_alone(tmp_path: Path) -> None:
    sheets = plates(house_file(), 1, tmp_path)
    assert set(sheets) == {"Cyan", "Magenta", "Yellow", "Black", INK}
    with pikepdf.open(io.BytesIO(house_file())) as pdf:
        left, bottom, right, top = (float(value) for value in pdf.pages[0].TrimBox)
        height = float(pdf.pages[0].MediaBox[3])
    quiet = (right - mm(35), height - bottom - mm(16), right - mm(25), height - bottom - mm(12))
    box = tuple(int(value) for value in quiet)
    assert sheets[INK].crop(box).getextrema()[0] == 0
    assert ImageChops.invert(sheets[INK].crop(box)).resize((1, 1)).getpixel((0, 0)) > 200
    lines = sheets["Magenta"].crop(box)
    assert lines.resize((1, 1)).getpixel((0, 0)) > 180, "rings only"
    assert left > 0
    assert top > 0


def test_trim_marks_are_on_every_plate_and_nothing_knocks_them_out(tmp_path: Path) -> None:
    sheets = plates(house_file(), 1, tmp_path)
    with pikepdf.open(io.BytesIO(house_file())) as pdf:
        left = float(pdf.pages[0].TrimBox[0])
    corner = (int(left) - 3, 0, int(left) + 3, int(left - mm(5)) - 2)
    for name, plate in sheets.items():
        assert plate.crop(corner).getextrema()[0] < 120, name


def test_white_type_is_left_free_in_the_spots_field(tmp_path: Path) -> None:
    sheets = plates(house_file(), 1, tmp_path)
    with pikepdf.open(io.BytesIO(house_file())) as pdf:
        left, _, _, top = (float(value) for value in pdf.pages[0].TrimBox)
        height = float(pdf.pages[0].MediaBox[3])
    title = (left + mm(160), height - top + mm(30), left + mm(195), height - top + mm(200))
    plate = sheets[INK].crop(tuple(int(value) for value in title))
    assert plate.getextrema() == (0, 255), "the title is left free in the spot's field"


def test_a_house_file_has_its_trim_bleed_and_slug() -> None:
    with pikepdf.open(io.BytesIO(house_file())) as pdf:
        boxes = {tuple(float(v) for v in page[key]) for page in pdf.pages for key in ("/TrimBox",)}
        ((left, bottom, right, top),) = boxes
        assert (right - left, top - bottom) == pytest.approx((mm(210), mm(297)), abs=0.01)
        bleed = [float(value) for value in pdf.pages[0].BleedBox]
        assert left - bleed[0] == pytest.approx(mm(5), abs=0.01)
        media = [float(value) for value in pdf.pages[0].MediaBox]
        assert left - media[0] >= mm(6 + 8)
    import pypdfium2 as pdfium

    words = pdfium.PdfDocument(house_file())[2].get_textpage().get_text_bounded()
    assert "03" in words
    assert "210 × 297 mm" in words
    assert "样张印务有限公司" in words


def test_the_default_file_has_no_spot_and_screens_never_have() -> None:
    def spaces(options: PdfOptions) -> list[object]:
        data = write_pdf(brochure_of("tiny"), load_theme(), fonts(), options)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return [page.Resources.get("/ColorSpace") for page in pdf.pages]

    assert set(spaces(PRESS)) == {None}
    assert set(spaces(PdfOptions(printer=HOUSE))) == {None}


def test_two_builds_are_alike_and_small() -> None:
    first = house_file()
    house_file.cache_clear()
    assert house_file() == first
    assert len(first) < 3_000_000
    assert len(house_file(DEFAULT_PRINTER)) < 3_000_000


def test_names_of_inks_are_written_as_pdf_names() -> None:
    assert pdf_name("PANTONE 186 C") == "/PANTONE#20186#20C"
    assert pdf_name("专#") == "/#E4#B8#93#23"
