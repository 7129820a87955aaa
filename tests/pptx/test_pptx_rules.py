"""The rules of a deck one by one, for every slide of every content, in the written file.

X-06 (embedded fonts) is held in test_pptx_fonts, X-08 (text fits its box) in the plan's and the render's tests.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation
from pptx.slide import Slide
from samples import fonts
from test_pptx_structure import NAMES, A, C, P, archive, cells_of, parts, planned, written

from reportgen.content import load_report
from reportgen.layout.slides.plan import plan_deck
from reportgen.model.sheet import ChartItem, TextBox
from reportgen.pptx import write_deck
from reportgen.pptx.chart_look import is_native
from reportgen.themes import load_theme

BODY, NOTE = 1800, 1000  # hundredths of a point
PNG = b"\x89PNG\r\n\x1a\n"
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def slides(name: str) -> list[Slide]:
    return list(Presentation(BytesIO(written(name))).slides)


def test_x01_every_run_is_chinese_and_names_all_faces(name: str) -> None:
    checked = 0
    for folder in ("slides", "slideLayouts", "slideMasters", "notesSlides", "notesMasters"):
        for root in parts(name, folder):
            for run in root.iter(f"{A}r"):
                look = run.find(f"{A}rPr")
                assert look.get("altLang") == "en-US"
                assert look.get("lang") == "zh-CN" or not CHINESE.search(run.findtext(f"{A}t"))
                assert all(look.find(f"{A}{tag}").get("typeface") for tag in ("latin", "ea", "cs"))
                checked += 1
    assert checked > 10


def test_x02_every_slide_has_a_title_of_its_own(name: str) -> None:
    titles = ["".join(slide.shapes.title.text_frame.text.split()) for slide in slides(name)]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_x03_no_alternative_text_is_a_file_name(name: str) -> None:
    checked = 0
    for root in parts(name, "slides"):
        for kind in ("graphicFrame", "pic"):
            for shape in root.iter(f"{P}{kind}"):
                said = shape.find(f"./*/{P}cNvPr").get("descr")
                assert said
                assert not re.search(r"\.(png|jpe?g|svg|emf|csv|xlsx)$", said)
                checked += 1
    assert checked or name in ("tiny",)


def test_x04_the_title_is_read_first_and_the_footer_last(name: str) -> None:
    for slide, sheet in zip(slides(name), planned(name).sheets, strict=True):
        kinds = [shape.placeholder_format.type.name if shape.is_placeholder else "" for shape in slide.shapes]
        assert kinds[0] in ("TITLE", "CENTER_TITLE")
        assert kinds[-2:] == ["FOOTER", "SLIDE_NUMBER"] or not sheet.folio


def test_x05_a_picture_is_its_own_pixels_under_a_number(tmp_path: Path) -> None:
    """No SVG without the PNG of the same figure: a photograph is stored as the file it came from."""
    pixels = _png()
    (tmp_path / "王科长.png").write_bytes(pixels)
    text = "---\ntitle: 题\n---\n\n某区通报情况。\n\n# 部分\n\n引言。\n\n## 小节\n\n正文在此。\n\n"
    block = '::: picture {file=王科长.png alt="河边的步道"}\n:::\n'
    (tmp_path / "report.md").write_text(text + block, encoding="utf-8")
    theme = load_theme()
    deck = write_deck(plan_deck(load_report(tmp_path), theme, fonts()), theme, fonts())
    with zipfile.ZipFile(BytesIO(deck)) as opened:
        blobs = {entry: opened.read(entry) for entry in opened.namelist()}
    assert [entry for entry in blobs if "media" in entry] == ["ppt/media/image1.png"]
    assert blobs["ppt/media/image1.png"] == pixels
    pictures = [e for slide in Presentation(BytesIO(deck)).slides for e in slide._element.iter(f"{P}pic")]
    assert [picture.find(f"./*/{P}cNvPr").get("descr") for picture in pictures] == ["河边的步道"]
    assert not [entry for entry, blob in blobs.items() if "王科长" in entry or "王科长".encode() in blob]


def _png() -> bytes:
    """A grey picture of 40 × 30 pixels."""
    rows = b"".join(b"\0" + b"\x80" * 40 for _ in range(30))
    chunks = (
        (b"IHDR", struct.pack(">2I5B", 40, 30, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    return PNG + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def test_x07_the_workbook_says_title_unit_and_source(name: str) -> None:
    specs = [
        item.spec
        for sheet in planned(name).sheets
        for item in sheet.items
        if isinstance(item, ChartItem) and is_native(item.spec)
    ]
    shapes = [shape for slide in slides(name) for shape in slide.shapes if shape.has_chart]
    assert len(shapes) == len(specs)
    for spec, shape in zip(specs, shapes, strict=True):
        cells = cells_of(shape.chart.part.chart_workbook.xlsx_part.blob)
        beside = {cells[cell]: cells.get(f"{chr(ord(cell[0]) + 1)}{cell[1:]}", "") for cell in cells}
        source = spec.source or planned(name).subject or planned(name).title
        assert (beside["图题"], beside["单位"], beside["来源"]) == (spec.title, spec.unit, source)
        root = shape.chart._chartSpace
        for series in root.iter(f"{C}ser"):
            for reference in series.iter(f"{C}numRef", f"{C}strRef"):
                cached = [_plain(value.text) for value in reference.iter(f"{C}v")]
                assert cached == [_plain(cells[cell]) for cell in _range(reference.findtext(f"{C}f"))]


def _plain(cell: str) -> str:
    """A number as Excel shows it, of fifteen digits."""
    try:
        return f"{float(cell):.15g}"
    except ValueError:
        return cell


def _range(formula: str) -> list[str]:
    """The cells of a formula such as 数据!$B$2:$B$5."""
    start, _, end = formula.split("!")[1].replace("$", "").partition(":")
    rows = range(int(start[1:]), int((end or start)[1:]) + 1)
    return [f"{start[0]}{row}" for row in rows]


def test_x09_sections_are_named_as_the_report_and_hold_slides(name: str) -> None:
    for section in planned(name).sections:
        assert section.name
        assert section.sheets


def test_x10_each_slide_has_the_notes_planned_for_it(name: str) -> None:
    spoken = 0
    for slide, sheet in zip(slides(name), planned(name).sheets, strict=True):
        assert slide.notes_slide.notes_text_frame.text == "\n".join(sheet.notes)
        spoken += bool(sheet.notes)
    assert spoken


def test_x11_text_is_large_enough_to_be_read_in_the_hall(name: str) -> None:
    """Footers and captions apart, nothing is below 18 pt, in tables and drawn charts neither."""
    checked = 0
    for slide, sheet in zip(slides(name), planned(name).sheets, strict=True):
        notes = {
            "".join(item.text.split())
            for item in sheet.items
            if isinstance(item, TextBox) and item.role in ("running", "caption", "folio")
        }
        for words, size in _runs(slide):
            assert size >= (NOTE if "".join(words.split()) in notes else BODY), words
            checked += 1
    assert checked > 3


def _runs(slide: Slide) -> Iterator[tuple[str, int]]:
    """The text of each paragraph on the slide, and its smallest size."""
    for paragraph in slide._element.iter(f"{A}p"):
        runs = [
            run
            for run in (*paragraph.iter(f"{A}r"), *paragraph.iter(f"{A}fld"))
            if run.findtext(f"{A}t").strip()
        ]
        if runs:
            sizes = [int(run.find(f"{A}rPr").get("sz")) for run in runs]
            yield "".join(run.findtext(f"{A}t") for run in runs), min(sizes)


def test_x12_nothing_of_the_office_is_left_behind(name: str) -> None:
    """No comment, hidden slide, author's tool or path."""
    entries = archive(name)
    assert not [entry for entry in entries if re.search(r"comment|person|revision|customXml", entry)]
    for root in parts(name, "slides"):
        assert root.get("show") != "0"
    core = etree.fromstring(entries["docProps/core.xml"])
    said = {etree.QName(child).localname: child.text or "" for child in core}
    assert said.get("lastModifiedBy", "") in ("", planned(name).author)
    home = re.compile(rb"/(home|tmp|work|Users)/|[A-Z]:\\")
    assert not [
        entry for entry, blob in entries.items() if entry.endswith((".xml", ".rels")) and home.search(blob)
    ]
