"""Text in the PDF: one font object per face, and what is copied out is what went in."""

import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from reportlab.pdfgen.canvas import Canvas

from reportgen.errors import ReportgenError
from reportgen.fonts import Fonts
from reportgen.model.text import GlyphRun, Run, SetText, Style, StyledParagraph
from reportgen.model.theme import Colour
from reportgen.pdf.fonts import PdfFonts, shape_run, to_unicode, width
from reportgen.typeset import set_text, set_vertical

FONTS = Fonts.load()
BLACK = Colour("ink-text", (0, 0, 0, 100), (31, 31, 29))
BODY = Style("serif-400", 11, BLACK)
TEXTS = (
    ("serif-400", "达479.5亿元，位居“一房独大”“工业短板”等（《附件》）。增速4.96%和6.22%，比例6.1:10.4:83.5。"),
    ("sans-700", "聚焦稳二产，“跨越”势头更加强劲——完成53个村庄规划……从63%—68%到15～20户，卡尔·马克思。"),
    ("kai-400", "“晋中有座大学城”，向“晋中是座大学城”深刻蝶变；《宜居》、《和美》！"),
    ("serif-400", "𠮷野家、䶮、𬭎、𰻝先生的 office 与 don’t stop，He said “fine” to us。"),
    ("num-400", "479.5亿元"),
)  # fmt: skip


def paragraphs() -> tuple[StyledParagraph, ...]:
    return tuple(
        StyledParagraph((Run(text, Style(face, 11, BLACK)),), 20, "justify", space_before=8)
        for face, text in TEXTS
    )


def drawn(done: SetText) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(320, 420), invariant=1, pageCompression=1)
    pdf_fonts = PdfFonts(FONTS)
    for line in done.lines:
        for run in line.runs:
            canvas._code.append(pdf_fonts.text_operator(canvas, run, 20 + run.x, 400 - run.y))
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture(scope="module")
def done() -> SetText:
    return set_text(paragraphs(), 220, FONTS)


@pytest.fixture(scope="module")
def pdf(done) -> bytes:
    return drawn(done)


def lines(text: str) -> list[str]:
    """Lines without the spaces at their ends, which a line break stands for."""
    return [line.rstrip() for line in text.replace("\r", "").replace("\f", "").split("\n") if line.strip()]


def test_pdfium_copies_the_source_line_by_line(done, pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        text_page = page.get_textpage()
        found = lines(text_page.get_text_range())
        text_page.close()
        page.close()
    assert found == [line.text.rstrip() for line in done.lines]
    assert "𠮷" in "".join(found)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
def test_poppler_copies_the_source_line_by_line(done, pdf, tmp_path: Path):
    path = tmp_path / "text.pdf"
    path.write_bytes(pdf)
    out = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True, check=True)
    assert lines(out.stdout.decode("utf-8")) == [line.text.rstrip() for line in done.lines]


def font_dictionaries(document: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    fonts = document.pages[0].Resources.Font
    return {str(font.BaseFont): font for font in fonts.values() if font.Subtype == "/Type0"}


def test_there_is_one_composite_font_per_face_used(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as document:
        names = sorted(name.split("+")[1] for name in font_dictionaries(document))
    assert names == [
        "InstrumentSerif-Regular",
        "NotoSansSC-Bold",
        "NotoSansSC-Regular",
        "NotoSerifSC-Regular",
        "RGKai-Regular",
    ]


def test_the_stated_widths_are_those_of_the_embedded_font(pdf):
    checked = 0
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for font in font_dictionaries(document).values():
            checked += compared_widths(font.DescendantFonts[0])
    assert checked > 100


def compared_widths(descendant: pikepdf.Object) -> int:
    """Compares the width of every code with ``hmtx``; the number of codes."""
    glyphs = bytes(descendant.CIDToGIDMap.read_bytes())
    program = TTFont(io.BytesIO(descendant.FontDescriptor.FontFile2.read_bytes()), checkChecksums=2)
    order = program.getGlyphOrder()
    stated = dict(stated_widths(descendant.W))
    for code in range(len(glyphs) // 2):
        name = order[int.from_bytes(glyphs[2 * code : 2 * code + 2], "big")]
        assert stated.get(code, 1000) == program["hmtx"][name][0]
        assert program["glyf"][name] is not None
    return len(glyphs) // 2


def stated_widths(array: pikepdf.Array):
    for first, widths in zip(list(array)[::2], list(array)[1::2], strict=True):
        yield from ((int(first) + i, float(value)) for i, value in enumerate(widths))


def test_the_glyphs_stand_where_the_typesetter_put_them(done, pdf):
    """The ink pdfium sees of each Chinese character lies in the cell the line gives it."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        text_page = page.get_textpage()
        text = text_page.get_text_range().replace("\r", "")
        line = done.lines[0]
        x, checked = line.runs[0].x, 0
        for index, (cluster, advance) in enumerate(
            zip(line.runs[0].clusters, line.runs[0].advances, strict=True)
        ):
            if "一" <= cluster <= "龥":
                assert text[index] == cluster
                left, _, right, _ = text_page.get_charbox(index)
                assert 20 + x - 0.6 <= left < right <= 20 + x + 11.6
                checked += 1
            x += advance
        text_page.close()
        page.close()
    assert checked > 5


def test_the_same_text_gives_the_same_bytes(done, pdf):
    assert drawn(done) == pdf


def test_glyphs_are_brought_to_their_places_by_shifts():
    canvas = Canvas(io.BytesIO(), invariant=1)
    own = FONTS.face("serif-400").advance(18) * 11
    run = GlyphRun(BODY, 0, 0, (18, 18), ("1", "1"), (own + 0.33, own))
    operators = PdfFonts(FONTS).text_operator(canvas, run, 10, 700)
    assert operators == "BT /RG1 11 Tf 1 0 0 1 10 700 Tm [<0001>-30<0001>] TJ ET"


def test_a_glyph_in_a_far_wider_cell_is_a_copy_of_about_that_width():
    canvas = Canvas(io.BytesIO(), invariant=1)
    own = FONTS.face("serif-400").advance(18) * 11
    run = GlyphRun(BODY, 0, 0, (18, 18), ("1", "1"), (own + 2.2, own))
    operators = PdfFonts(FONTS).text_operator(canvas, run, 0, 0)
    assert "[<0002>-21<0001>]" in operators


def test_turned_runs_are_rotated_clockwise():
    canvas = Canvas(io.BytesIO(), invariant=1)
    column = set_vertical("——", BODY, 14, FONTS)
    operators = PdfFonts(FONTS).text_operator(canvas, column.lines[0].runs[0], 0, 0)
    assert " 0 -1 1 0 0 0 Tm " in operators


def test_the_same_glyph_for_other_text_has_a_code_of_its_own():
    canvas = Canvas(io.BytesIO(), invariant=1)
    pdf_fonts = PdfFonts(FONTS)
    assert pdf_fonts.use(canvas, "serif-400") == "/RG1"
    first = pdf_fonts.encode(canvas, "serif-400", (18,), ("1",))
    assert pdf_fonts.encode(canvas, "serif-400", (18,), ("１",)) != first
    assert pdf_fonts.encode(canvas, "serif-400", (18,), ("1",)) == first


def test_characters_above_the_basic_plane_are_surrogate_pairs_in_the_map():
    assert b"<0001> <D842DFB7>" in to_unicode(["", "𠮷"])


def test_shape_run_applies_features_and_keeps_the_text():
    run = shape_run(FONTS, Style("num-400", 20, BLACK), "479.5")
    assert run.text == "479.5"
    assert run.width == pytest.approx(width(FONTS, "num-400", "479.5", 20), abs=1.5)


def test_shape_run_refuses_a_character_its_face_lacks():
    with pytest.raises(ReportgenError, match=r"U\+4EBF"):
        shape_run(FONTS, Style("num-400", 20, BLACK), "479亿")


def test_width_measures_through_the_fallback_chain():
    assert width(FONTS, "num-400", "亿元", 10) == 20
