"""The bundled faces: what the catalogue says is what the files are."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.errors import ReportgenError
from reportgen.fonts import Fonts, coverage
from reportgen.fonts.catalogue import bundled_folder

ROOT = Path(__file__).parents[2]
KEYS = (
    "serif-400", "serif-500", "serif-700", "serif-900",
    "sans-400", "sans-500", "sans-700",
    "kai-400", "kai-700", "num-400",
)  # fmt: skip
CHINESE = tuple(key for key in KEYS if key != "num-400")


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts.load()


def test_every_face_of_the_design_is_there(fonts):
    assert fonts.keys == KEYS


@pytest.mark.parametrize("key", KEYS)
def test_a_file_is_the_one_the_catalogue_names_with_its_licence(fonts, key):
    record = fonts.face(key).record
    data = (bundled_folder() / record.file).read_bytes()
    assert hashlib.sha256(data).hexdigest() == record.sha256
    assert "SIL OPEN FONT LICENSE" in (bundled_folder() / record.licence).read_text("utf-8")


def test_the_files_stay_within_45_megabytes():
    assert sum(path.stat().st_size for path in bundled_folder().rglob("*") if path.is_file()) <= 45_000_000


def test_each_face_is_a_family_of_its_own_with_truetype_outlines(fonts):
    from fontTools.ttLib import TTFont

    families = []
    for key in KEYS:
        face = fonts.face(key)
        with TTFont(face.path, lazy=True) as font:
            names = font["name"]
            assert names.getDebugName(1) == face.typeface
            assert names.getDebugName(2) == "Regular"
            assert font["OS/2"].usWeightClass == face.weight
            assert font["OS/2"].fsType == 0
            assert "glyf" in font
            assert "fvar" not in font
            families.append(names.getDebugName(1))
    assert len(set(families)) == len(KEYS)


def test_the_kai_faces_avoid_the_reserved_font_names(fonts):
    from fontTools.ttLib import TTFont

    for key in ("kai-400", "kai-700"):
        with TTFont(fonts.face(key).path, lazy=True) as font:
            used = " ".join(font["name"].getDebugName(number) or "" for number in (1, 3, 4, 6, 16))
        assert "LXGW" not in used
        assert "霞鹜" not in used


@pytest.mark.parametrize("key", CHINESE)
def test_chinese_faces_share_the_em_box_and_have_common_characters(fonts, key):
    face = fonts.face(key)
    assert (face.ascent, face.descent) == (0.88, 0.12)
    assert all(face.glyph(char) for char in "榆次区，。“”《》——……·%℃0123AZaz䶮𬭎")
    assert face.advance(face.glyph("榆")) == 1.0


def test_a_missing_glyph_is_number_zero(fonts):
    assert fonts.face("num-400").glyph("一") == 0


def test_a_rare_character_comes_from_the_next_face_of_the_chain(fonts):
    assert fonts.resolve("num-400", "5").key == "num-400"
    assert fonts.resolve("num-400", "亿").key == "serif-400"
    assert fonts.resolve("serif-900", "䨻").key == "sans-400"
    assert fonts.resolve("serif-900", "𠮷").key == "kai-400"


def test_a_character_no_face_has_is_an_error_with_its_code_point(fonts):
    with pytest.raises(ReportgenError) as caught:
        fonts.resolve("serif-400", "😀")
    assert "U+1F600" in caught.value.problems[0].message.zh
    assert "😀" in caught.value.problems[0].message.en


def test_coverage_lists_fallbacks_and_missing_characters_once(fonts):
    found = coverage(fonts, "serif-400", "𠮷野家\n𠮷😀😀")
    assert found.fallback == (("𠮷", "kai-400"),)
    assert found.missing == ("😀",)


def test_an_unknown_face_is_an_error_that_names_the_known_ones(fonts):
    with pytest.raises(ReportgenError, match="serif-400"):
        fonts.face("serif-450")


def test_a_folder_without_catalogue_is_an_error(tmp_path):
    with pytest.raises(ReportgenError) as caught:
        Fonts.load(tmp_path)
    assert caught.value.problems[0].place is not None


def test_half_forms_and_kerning_come_from_the_face(fonts):
    face = fonts.face("serif-400")
    half = face.feature_form("（", "halt")
    assert (half.advance, half.offset) == (0.5, -0.5)
    loose = sum(face.advance(face.glyph(char)) for char in "AV")
    assert sum(glyph.advance for glyph in face.shape("AV")) < loose


@pytest.mark.parametrize("key", CHINESE)
def test_the_form_of_an_ideograph_is_the_one_shaping_gives(fonts, key):
    face = fonts.face(key)
    for char in map(chr, range(0x4E00, 0xA000, 7)):
        assert face.form(char) == face.shape(char, chinese=True)[0]


def test_clusters_of_shaped_text_give_the_text_back(fonts):
    glyphs = fonts.face("serif-400").shape("office")
    assert "".join(glyph.text for glyph in glyphs) == "office"
    assert len(glyphs) < len("office")


def test_glyph_bounds_lie_in_the_faces_box(fonts):
    face = fonts.face("num-400")
    left, bottom, right, top = face.bounds(face.glyph("8"))
    assert face.box[0] <= left < right <= face.box[2]
    assert bottom < 0.01 < face.cap_height - 0.05 < top < 1
    assert face.bounds(face.glyph(" ")) == (0, 0, 0, 0)


def test_loading_the_catalogue_opens_no_font_file():
    code = (
        "import sys; from reportgen.fonts import Fonts; fonts = Fonts.load();"
        "print([m for m in ('fontTools', 'reportlab', 'matplotlib') if m in sys.modules],"
        "[key for key in fonts.keys if 'hb_face' in vars(fonts.face(key))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[] []"
