"""The press file, reopened: every object in process inks, boxes, bleed, marks and declarations."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from samples import brochure_of, fonts, report_of, tool

from reportgen.lengths import mm
from reportgen.pdf.mark_shapes import PATCHES
from reportgen.pdf.printer_marks import ROOM
from reportgen.pdf.write import PRESS, write_pdf
from reportgen.themes import load_theme

RGB_OR_GREY = {"rg", "RG", "g", "G", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"}
INK_LIMIT = 3.0  # 300 %


@lru_cache
def press_file(name: str) -> bytes:
    return write_pdf(brochure_of(name), load_theme(), fonts(), PRESS)


def opened(name: str) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(press_file(name)))


def test_every_painted_object_is_cmyk(content: str) -> None:
    painted = 0
    with opened(content) as pdf:
        for page in pdf.pages:
            assert "/XObject" not in page.Resources
            for operands, operator in pikepdf.parse_content_stream(page):
                assert str(operator) not in RGB_OR_GREY, (page.label, operator)
                if str(operator) in ("k", "K"):
                    painted += 1
                    inks = [float(value) for value in operands]
                    assert sum(inks) <= INK_LIMIT or inks == [1, 1, 1, 1], inks
    assert painted > 20


def test_media_holds_bleed_holds_trim_alike_on_every_page(content: str) -> None:
    with opened(content) as pdf:
        boxes = {
            tuple(str(page[key]) for key in ("/MediaBox", "/BleedBox", "/TrimBox")) for page in pdf.pages
        }
        assert len(boxes) == 1
        page = pdf.pages[0]
        media, bleed, trim = ([float(v) for v in page[key]] for key in ("/MediaBox", "/BleedBox", "/TrimBox"))
        assert "/ArtBox" not in page
    assert trim[2] - trim[0] == pytest.approx(mm(210), abs=0.01)
    assert [t - b for t, b in zip(trim[:2], bleed[:2], strict=True)] == pytest.approx(
        [mm(3), mm(3)], abs=0.01
    )
    assert [b - m for b, m in zip(bleed[:2], media[:2], strict=True)] == pytest.approx([ROOM, ROOM], abs=0.01)


def test_the_file_declares_x4_with_an_embedded_cmyk_profile() -> None:
    with opened("yuci") as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert (intent.S, str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "FOGRA39")
        profile = bytes(intent.DestOutputProfile.read_bytes())
        assert profile[16:20] == b"CMYK"
        assert profile[12:16] == b"prtr"
        xmp = pdf.Root.Metadata.read_bytes().decode("utf-8")
        assert "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in xmp
        assert f"{report_of('yuci').title}</rdf:li>" in xmp
        assert pdf.docinfo["/Trapped"] == "/False"
        assert str(pdf.docinfo["/Title"]) == report_of("yuci").title
        assert "D:20000101000000" in str(pdf.docinfo["/CreationDate"])
        assert "2000-01-01T00:00:00" in xmp
        assert pdf.pdf_version == "1.6"
        assert "/ID" in pdf.trailer
        assert "/Encrypt" not in pdf.trailer


def test_there_are_no_annotations_and_no_actions(content: str) -> None:
    with opened(content) as pdf:
        assert all(key not in page for page in pdf.pages for key in ("/Annots", "/Rotate", "/Trans", "/AA"))
        assert "/OpenAction" not in pdf.Root
        assert "/JavaScript" not in pdf.Root.get("/Names", {})


@dataclass
class Graphics:
    """The graphics state a painting operator meets."""

    fill: tuple[float, ...] = (0.0,)
    stroke: tuple[float, ...] = (0.0,)
    width: float = 1.0
    size: float = 0.0
    fills_over: bool = False
    strokes_over: bool = False


BLACK = (0.0, 0.0, 0.0, 1.0)


def painted(page: pikepdf.Page) -> Iterator[tuple[str, Graphics]]:
    """Every painting operator of a page with the state it meets, q and Q obeyed."""
    state, stack = Graphics(), []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "q":
            stack.append(replace(state))
        elif name == "Q":
            state = stack.pop()
        elif name == "gs":
            entries = page.Resources.ExtGState[str(operands[0])]
            assert entries.OPM == 1
            state.fills_over, state.strokes_over = bool(entries.op), bool(entries.OP)
        elif name in ("k", "scn"):
            state.fill = tuple(float(value) for value in operands)
        elif name in ("K", "SCN"):
            state.stroke = tuple(float(value) for value in operands)
        elif name == "w":
            state.width = float(operands[0])
        elif name == "Tf":
            state.size = float(operands[1])
        elif name in ("TJ", "f", "S", "B"):
            yield name, state
    assert not stack


def test_small_black_type_and_thin_black_lines_overprint_and_nothing_else_does(content: str) -> None:
    """GWG 2022 R0007 to R0010, in text, tables, charts and ornaments alike."""
    types = lines = others = 0
    with opened(content) as pdf:
        for page in pdf.pages:
            for operator, state in painted(page):
                if operator == "TJ":
                    black = state.fill == BLACK and state.size < 12
                    assert state.fills_over == black, (page.label, state)
                    types += black
                elif operator in ("S", "B"):
                    thin = state.stroke == BLACK and state.width < 2
                    assert state.strokes_over == thin, (page.label, state)
                    lines += thin
                if operator in ("f", "B"):
                    assert not state.fills_over
                    others += 1
    assert types
    assert lines or content == "tiny"
    assert others > 2


def test_art_runs_into_the_bleed_and_marks_stand_outside_it() -> None:
    page = pdfium.PdfDocument(press_file("yuci"))[0]
    picture = page.render(scale=1).to_pil().convert("RGB")
    edge = ROOM
    width, height = picture.size
    inside_bleed = [(edge + 3, height / 2), (width - edge - 3, height / 2), (width / 2, edge + 3)]
    for spot in inside_bleed:
        assert picture.getpixel((int(spot[0]), int(spot[1]))) != (255, 255, 255)
    outside = picture.crop((0, 0, width, int(edge) - 1)).getcolors(100_000) or []
    assert len(outside) > len(PATCHES)


def test_rendered_separations_hold_body_text_on_black_alone(tmp_path: Path) -> None:
    path = tmp_path / "press.pdf"
    path.write_bytes(press_file("yuci"))
    output = f"-sOutputFile={tmp_path / 'p%d.tif'}"
    command = [tool("gs"), "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r72"]
    subprocess.run([*command, "-dFirstPage=6", "-dLastPage=6", output, path], check=True, capture_output=True)
    from PIL import Image

    plates = {name: Image.open(next(tmp_path.glob(f"p1*({name})*.tif"))) for name in ("Cyan", "Black")}
    margin = (
        int(ROOM + mm(3) + mm(16)),
        int(ROOM + mm(3) + mm(50)),
        int(ROOM + mm(3) + mm(120)),
        int(ROOM + mm(3) + mm(74)),
    )
    black = plates["Black"].crop(margin).getextrema()
    cyan = plates["Cyan"].crop(margin).getextrema()
    assert black[0] < 128, "the body text is on the black plate"
    assert cyan == (255, 255), "and on no other"


def test_text_stays_text() -> None:
    pdf = pdfium.PdfDocument(press_file("yuci"))
    copied = re.sub(r"\s", "", "".join(pdf[i].get_textpage().get_text_bounded() for i in range(len(pdf))))
    for paragraph in report_of("yuci").paragraphs():
        for sentence in re.findall("[^。]+。", paragraph.text):
            assert sentence in copied
