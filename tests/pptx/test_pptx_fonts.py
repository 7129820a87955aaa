"""The faces a deck carries: taken out of the written file, opened, and held against its text."""

from __future__ import annotations

import re
import struct
import zipfile
from collections import defaultdict
from functools import lru_cache
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from lxml import etree
from samples import fonts
from test_pptx_structure import NAMES, A, C, P, planned, report_theme, written

from reportgen.model.slide import FontSupply
from reportgen.pptx import write_deck
from reportgen.pptx.embedding import bundled_cuts, large_cuts

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TEXT_PARTS = re.compile(
    r"ppt/(slides|slideLayouts|slideMasters|notesSlides|notesMasters|handoutMasters|charts)/[^/]+\.xml"
)
THEME_FONTS = {"+mj-lt": "majorFont", "+mj-ea": "majorFont", "+mn-lt": "minorFont", "+mn-ea": "minorFont"}
MB = 1_000_000


@lru_cache
def supplied(name: str, supply: FontSupply) -> bytes:
    if supply == "embed":
        return written(name)
    return write_deck(planned(name), report_theme(name), fonts(), supply=supply)


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(data))


def eot_font(data: bytes) -> tuple[bytes, dict[str, object]]:
    """The font inside an EOT file, and what its header says."""
    size, font_size, version, flags = struct.unpack_from("<4I", data)
    assert size == len(data)
    head: dict[str, object] = {"version": version, "flags": flags, "magic": data[34:36]}
    at = 82
    for name in ("family", "style", "version name", "full name"):
        length = struct.unpack_from("<H", data, at)[0]
        head[name] = data[at + 2 : at + 2 + length].decode("utf-16-le")
        at += 2 + length + 2
    return data[-font_size:], head


@lru_cache
def embedded(name: str, supply: FontSupply) -> dict[str, TTFont]:
    """The fonts of the deck by the typeface its list gives them."""
    found = {}
    with opened(supplied(name, supply)) as archive:
        show = etree.fromstring(archive.read("ppt/presentation.xml"))
        rels = etree.fromstring(archive.read("ppt/_rels/presentation.xml.rels"))
        targets = {rel.get("Id"): rel.get("Target") for rel in rels}
        for entry in show.iter(f"{P}embeddedFont"):
            (style,) = (child for child in entry if child.get(f"{R}id"))
            assert style.tag == f"{P}regular"
            typeface = entry.find(f"{P}font").get("typeface")
            assert typeface not in found
            font, head = eot_font(archive.read(f"ppt/{targets[style.get(f'{R}id')]}"))
            assert head["version"] == 0x00020002
            assert head["flags"] == 0
            assert head["magic"] == b"LP"
            assert head["family"] == head["full name"] == typeface
            found[typeface] = TTFont(BytesIO(font))
    return found


def named_text(name: str, supply: FontSupply) -> dict[tuple[str, str], set[str]]:
    """Every character of the file's runs and charts by the Latin and the Chinese typeface it is set in."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    with opened(supplied(name, supply)) as archive:
        theme = etree.fromstring(archive.read("ppt/theme/theme1.xml"))

        def resolve(look: etree._Element) -> tuple[str, str]:
            names = []
            for tag in ("latin", "ea"):
                face = look.find(f"{A}{tag}").get("typeface")
                names.append(
                    theme.find(f".//{A}{THEME_FONTS[face]}/{A}{tag}").get("typeface")
                    if face in THEME_FONTS
                    else face
                )
            return names[0], names[1]

        for entry in filter(TEXT_PARTS.fullmatch, archive.namelist()):
            root = etree.fromstring(archive.read(entry))
            for run in (*root.iter(f"{A}r"), *root.iter(f"{A}fld")):
                found[resolve(run.find(f"{A}rPr"))].update(run.findtext(f"{A}t"))
            for look in root.iter(f"{A}defRPr"):
                if look.find(f"{A}latin") is None:
                    continue
                labels = {resolve(look): set("".join(value.text or "" for value in root.iter(f"{C}v")))}
                for pair, characters in labels.items():
                    found[pair].update(characters if entry.startswith("ppt/charts/") else ())
    return found


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("supply", ["embed", "subset"])
def test_every_character_is_in_the_embedded_face_of_its_run(name: str, supply: FontSupply) -> None:
    faces, checked = embedded(name, supply), 0
    covers = {typeface: {chr(code) for code in font.getBestCmap()} for typeface, font in faces.items()}
    for (latin, chinese), characters in named_text(name, supply).items():
        wanted = {char for char in characters if not char.isspace()}
        assert wanted <= covers[latin] | covers[chinese], (latin, wanted - covers[latin] - covers[chinese])
        checked += len(wanted)
    assert checked > 40


@pytest.mark.parametrize("supply", ["embed", "subset"])
def test_each_face_is_there_once_used_static_and_named_as_the_text_names_it(
    name: str, supply: FontSupply
) -> None:
    faces = embedded(name, supply)
    used = {typeface for pair in named_text(name, supply) for typeface in pair}
    assert set(faces) == used
    for typeface, font in faces.items():
        assert font["name"].getDebugName(1) == typeface
        assert font["OS/2"].fsType == 0
        assert "glyf" in font
        assert not {"fvar", "gvar", "CFF "} & set(font.keys())


def gb2312(last: int) -> set[str]:
    """The characters of GB 2312 from its first row of Chinese to the row given."""
    cells = (bytes((row, cell)) for row in range(0xB0, last + 1) for cell in range(0xA1, 0xFF))
    return set("".join(cell.decode("gb2312", "ignore") for cell in cells))


def test_titles_and_points_take_any_common_character_and_labels_the_everyday_ones(name: str) -> None:
    held = {face: set(map(chr, font.getBestCmap())) for face, font in embedded(name, "embed").items()}
    common, everyday = gb2312(0xF7), gb2312(0xD7)
    assert (len(common), len(everyday)) == (6763, 3755)
    for typeface in {"Noto Serif SC Black", "Noto Sans SC Medium"} & set(held):
        assert common <= held[typeface]
        assert len([char for char in held[typeface] if "\u3400" <= char <= "\u9fff"]) > 8000
    assert everyday <= held["Noto Sans SC"]
    assert common <= held["Noto Serif SC Black"]


def test_the_list_stands_before_the_default_text_style_and_asks_for_no_subsetting(name: str) -> None:
    with opened(written(name)) as archive:
        show = etree.fromstring(archive.read("ppt/presentation.xml"))
        types = archive.read("[Content_Types].xml").decode()
    tags = [etree.QName(child).localname for child in show]
    assert tags.index("embeddedFontLst") == tags.index("defaultTextStyle") - 1
    assert show.get("embedTrueTypeFonts") == "1"
    assert show.get("saveSubsetFonts") is None
    assert '<Default Extension="fntdata" ContentType="application/x-fontdata"/>' in types
    assert "/ppt/fonts/" not in types


def test_a_deck_stays_light_enough_to_send(name: str) -> None:
    assert len(supplied(name, "embed")) <= 6 * MB
    if name != "long":  # three times the text of an article
        assert len(supplied(name, "subset")) <= 0.6 * MB


def test_system_names_the_faces_of_an_office_computer_and_embeds_none(name: str) -> None:
    with opened(supplied(name, "system")) as archive:
        assert not [entry for entry in archive.namelist() if "font" in entry]
        assert b"embeddedFont" not in archive.read("ppt/presentation.xml")
    faces = {typeface for pair in named_text(name, "system") for typeface in pair}
    assert faces <= {"微软雅黑", "宋体", "楷体", "Cambria"}
    assert {"微软雅黑", "宋体"} <= faces


def test_the_bundled_cuts_are_those_of_the_bundled_faces() -> None:
    with zipfile.ZipFile(bundled_cuts()) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == dict(large_cuts(fonts()))


def test_a_face_the_archive_was_not_made_from_is_cut_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.pptx.embedding.entry_name", lambda face: f"another-{face.key}")
    anew = write_deck(planned("tiny"), report_theme("tiny"), fonts())
    with opened(written("tiny")) as bundled, opened(anew) as cut:
        assert bundled.namelist() == cut.namelist()
        assert any("fntdata" in name for name in cut.namelist())
        assert all(bundled.read(name) == cut.read(name) for name in cut.namelist())
