"""The small converters of the deck writer, each on its own."""

from __future__ import annotations

import colorsys
import re
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from reportgen.fonts import Fonts
from reportgen.layout.slides.baseline import Setting
from reportgen.layout.slides.scheme import SLOTS
from reportgen.lengths import Rect
from reportgen.model.chart import Datum
from reportgen.model.sheet import Shape, Stroke
from reportgen.model.text import Run, Style, StyledParagraph
from reportgen.model.theme import Theme
from reportgen.pptx.archive import packed, packed_entries, stored, zipped
from reportgen.pptx.clip import bounds, clipped
from reportgen.pptx.colours import MAPPED, DeckPalette
from reportgen.pptx.container import Part
from reportgen.pptx.number_format import number_format
from reportgen.pptx.shapes import marks_of
from reportgen.pptx.text import TextWriter, hang_margin
from reportgen.pptx.typefaces import Typefaces
from reportgen.themes import bundled_themes, load_theme

BOX = Rect(10, 10, 20, 10)


@pytest.fixture(params=bundled_themes())
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(str(request.param))


def shown(xml: str, theme: Theme) -> tuple[int, ...]:
    """The sRGB an office program computes from a scheme colour and its changes, in HSL."""
    slot = re.search(r'schemeClr val="(\w+)"', xml)
    assert slot is not None
    back = {mapped: own for own, mapped in MAPPED.items()}
    base = theme.colour(SLOTS[back.get(slot.group(1), slot.group(1))])
    hue, light, full = colorsys.rgb_to_hls(*(value / 255 for value in base.srgb))
    for change, text in re.findall(r'a:(\w+) val="(-?\d+)"', xml):
        value = int(text)
        if change == "hueOff":
            hue += value / 60_000 / 360
        elif change == "satMod":
            full *= value / 100_000
        elif change == "lumMod":
            light *= value / 100_000
        elif change == "lumOff":
            light += value / 100_000
    return tuple(round(value * 255) for value in colorsys.hls_to_rgb(hue, light, min(full, 1)))


def test_every_token_is_a_theme_colour_of_its_own_value(theme: Theme) -> None:
    palette = DeckPalette(theme)
    for token, colour in theme.colours.items():
        xml = palette.colour(colour)
        assert "srgbClr" not in xml
        off = max(abs(a - b) for a, b in zip(shown(xml, theme), colour.srgb, strict=True))
        assert off <= 3, (token, xml, shown(xml, theme), colour.srgb)


def test_a_line_is_cut_where_it_leaves_the_rectangle() -> None:
    path = clipped((("M", 0, 15), ("L", 50, 15)), BOX, filled=False)
    assert path == (("M", 10, 15), ("L", 30, 15))


def test_a_field_is_cut_to_the_part_inside() -> None:
    field = (("M", 0, 0), ("L", 20, 0), ("L", 20, 15), ("L", 0, 15), ("Z",))
    assert bounds(clipped(field, BOX, filled=True)) == Rect(10, 10, 10, 5)


def test_a_curve_inside_stays_a_curve_and_one_outside_vanishes() -> None:
    inside = (("M", 12, 12), ("C", 14, 18, 20, 18, 24, 12))
    assert clipped(inside, BOX, filled=False) == inside
    outside = (("M", 100, 100), ("C", 104, 108, 110, 108, 114, 100))
    assert clipped(outside, BOX, filled=False) == ()


def test_only_the_curve_that_is_cut_becomes_chords() -> None:
    kept, cut = ("C", 14, 18, 20, 18, 24, 12), ("C", 26, 14, 30, 14, 40, 12)
    path = clipped((("M", 12, 12), kept, cut, ("L", 60, 60)), BOX, filled=False)
    assert path[:2] == (("M", 12, 12), kept)
    assert {segment[0] for segment in path[2:]} == {"L"}
    assert bounds(path).right == pytest.approx(BOX.right)


def test_a_line_that_comes_back_is_begun_anew() -> None:
    away_and_back = (("M", 15, 15), ("L", 50, 15), ("L", 50, 18), ("L", 15, 18))
    assert clipped(away_and_back, BOX, filled=False) == (
        ("M", 15, 15), ("L", 30, 15), ("M", 30, 18), ("L", 15, 18),
    )  # fmt: skip


def test_an_archive_holds_what_was_put_in_packed_or_not() -> None:
    words = "同一份文字".encode() * 99
    data = zipped((("词.xml", packed(words)), ("empty", stored(b"")), ("a/b.png", stored(words))))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "词.xml": words,
            "empty": b"",
            "a/b.png": words,
        }
        assert archive.getinfo("词.xml").compress_size < len(words) / 10
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_entries_read_from_an_archive_go_into_another_as_they_are(tmp_path: Path) -> None:
    entries = (
        ("词.xml", packed("同一份文字".encode() * 99)),
        ("empty", stored(b"")),
        ("a/b.png", stored(b"png")),
    )
    data = zipped(entries)
    (tmp_path / "archive.zip").write_bytes(data)
    assert zipped(packed_entries(tmp_path / "archive.zip").items()) == data


def test_a_relation_asked_for_twice_has_one_id() -> None:
    slide, layout, chart = (Part(f"/ppt/{name}.xml", "") for name in ("a/slide", "b/layout", "c/chart"))
    ids = [
        slide.relate_to(layout, "layout"),
        slide.relate_to(chart, "chart"),
        slide.relate_to(layout, "layout"),
    ]
    assert ids == ["rId1", "rId2", "rId1"]
    assert slide.part_related_by("chart") is chart
    (_, _), (name, relations) = slide.entries()
    assert name == "ppt/a/_rels/slide.xml.rels"
    assert b'Target="../b/layout.xml"' in zlib.decompress(relations.data, -zlib.MAX_WBITS)


def test_lines_of_one_look_are_joined_but_fields_never(theme: Theme) -> None:
    red, line = theme.colour("brand-500"), Stroke(theme.colour("grey-400"), 1)
    strokes = [Shape((("M", 0, y), ("L", 9, y)), stroke=line) for y in (1, 2, 3)]
    fields = [Shape((("M", 0, 0), ("L", 9, 0), ("L", 9, 9), ("L", 0, 9), ("Z",)), fill=red)] * 2
    assert len(marks_of(strokes)) == 1
    assert len(marks_of(fields)) == 2


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("28", 28, "0"),
        ("4.96", 4.96, "0.00"),
        ("5.0", 5, "0.0"),
        ("1,250", 1250, "#,##0"),
        ("1.2万", 12000, '"1.2万"'),
    ],
)
def test_labels_print_a_value_as_the_text_has_it(text: str, value: float, code: str) -> None:
    assert number_format(Datum("", value, text)) == code


def writer(theme: Theme) -> TextWriter:
    return TextWriter(DeckPalette(theme), Typefaces(Fonts.load()))


def test_a_rare_character_is_written_in_the_face_that_has_it(theme: Theme) -> None:
    style = Style("serif-900", 36, theme.colour("ink-text"))
    paragraph = StyledParagraph((Run("水䶮河", style),), 46)
    xml = writer(theme).paragraph(paragraph, Setting(46, 0, ("水䶮河",)))
    assert "".join(re.findall(r"<a:t>(.*?)</a:t>", xml)) == "水䶮河"


def test_measured_lines_of_a_balanced_heading_are_kept(theme: Theme) -> None:
    style = Style("serif-900", 36, theme.colour("ink-text"))
    paragraph = StyledParagraph((Run("城市能级　实现历史性跃升", style),), 46, balance=True)
    xml = writer(theme).paragraph(paragraph, Setting(46, 0, ("城市能级", "实现历史性跃升")))
    assert re.findall(r"<a:t>(.*?)</a:t>", xml) == ["城市能级　", "实现历史性跃升"]
    assert xml.count("<a:br>") == 1


def test_an_opening_quote_hangs_into_a_margin_of_its_own(theme: Theme) -> None:
    style = Style("serif-900", 36, theme.colour("ink-text"))
    quoted = StyledParagraph((Run("“活力”画卷", style),), 46, hang_quotes=True)
    plain = StyledParagraph((Run("活力画卷", style),), 46, hang_quotes=True)
    assert hang_margin((quoted, plain)) == pytest.approx(36 * 0.46)
    assert hang_margin((plain,)) == 0
