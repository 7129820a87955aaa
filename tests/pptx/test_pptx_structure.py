"""The written file, opened again: the rules a deck must keep (X-01 … X-12), for every content."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections import Counter
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from samples import fonts

from reportgen.content import load_report
from reportgen.layout.slides.plan import plan_deck
from reportgen.model.sheet import ChartItem
from reportgen.model.slide import Deck
from reportgen.model.theme import Theme
from reportgen.pptx import write_deck
from reportgen.pptx.chart_look import is_native
from reportgen.pptx.workbook import NAMES_HEAD
from reportgen.themes import load_theme

ROOT = Path(__file__).parents[2]
NAMES = ("yuci", "tiny", "long", "nofigures", "rare", "extremes", "loose")
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def folder(name: str) -> Path:
    return ROOT / "content" / name if name == "yuci" else ROOT / "tests" / "contents" / name


def report_theme(name: str) -> Theme:
    return load_theme(load_report(folder(name)).theme or "danqing")


@lru_cache
def planned(name: str) -> Deck:
    return plan_deck(load_report(folder(name)), report_theme(name), fonts())


@lru_cache
def written(name: str) -> bytes:
    return write_deck(planned(name), report_theme(name), fonts())


@lru_cache
def archive(name: str) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(written(name))) as opened:
        return {entry: opened.read(entry) for entry in opened.namelist()}


def parts(name: str, folder: str) -> list[Any]:
    found = [
        etree.fromstring(blob)
        for entry, blob in archive(name).items()
        if entry.startswith(f"ppt/{folder}/") and entry.endswith(".xml")
    ]
    assert found, folder
    return found


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_it_opens_with_its_slides_titles_and_notes(name: str) -> None:
    deck, show = planned(name), Presentation(BytesIO(written(name)))
    assert len(show.slides) == len(deck.sheets)
    assert (show.slide_width, show.slide_height) == (12192000, 6858000)
    for slide, sheet in zip(show.slides, deck.sheets, strict=True):
        said = "".join(slide.shapes.title.text_frame.text.split())
        assert said == "".join(sheet.title.split())
        notes = slide.notes_slide.notes_text_frame.text
        assert notes == "\n".join(sheet.notes)


def test_every_run_names_its_faces_language_size_and_a_theme_colour(name: str) -> None:
    for root in (*parts(name, "slides"), *parts(name, "notesSlides")):
        runs = root.findall(f".//{A}r") + root.findall(f".//{A}fld")
        for run in runs:
            look = run.find(f"{A}rPr")
            assert look.get("lang") in ("zh-CN", "en-US")
            assert int(look.get("sz")) >= 1200
            assert all(look.find(f"{A}{tag}").get("typeface") for tag in ("latin", "ea", "cs"))
            assert look.find(f"{A}solidFill/{A}schemeClr") is not None
    for root in (*parts(name, "slides"), *parts(name, "slideLayouts"), *parts(name, "slideMasters")):
        assert root.find(f".//{A}srgbClr") is None


def test_line_spacing_is_in_points_and_nothing_is_autofitted(name: str) -> None:
    for root in parts(name, "slides"):
        for shape in root.findall(f".//{P}sp"):
            body = shape.find(f"{P}txBody")
            if body is None:
                continue
            if shape.find(f".//{P}ph") is None:
                assert body.find(f"{A}bodyPr/{A}noAutofit") is not None
            else:
                assert (len(body.find(f"{A}bodyPr")), dict(body.find(f"{A}bodyPr").attrib)) == (0, {})
            for paragraph in body.findall(f"{A}p"):
                rules = paragraph.find(f"{A}pPr")
                assert rules.find(f"{A}lnSpc/{A}spcPts") is not None
                assert rules.get("eaLnBrk") == "1"
                assert rules.get("hangingPunct") == "0"


def test_text_stands_in_filled_placeholders_of_its_layout(name: str) -> None:
    for slide in Presentation(BytesIO(written(name))).slides:
        offered = {holder.placeholder_format.idx for holder in slide.slide_layout.placeholders}
        for shape in slide.placeholders:
            assert shape.placeholder_format.idx in offered
            if shape.has_text_frame:
                assert shape.text_frame.text.strip(), (name, slide.shapes.title.text_frame.text)
        texts = [shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]
        names = [shape.name for shape in texts]
        assert all(names)
        assert len(set(names)) == len(names)


def test_resetting_a_slide_moves_nothing(name: str) -> None:
    """No placeholder stands anywhere but where its layout has it; title, footer and number are ones."""
    kinds: Counter[str] = Counter()
    for slide in Presentation(BytesIO(written(name))).slides:
        offered = {holder.placeholder_format.idx: holder for holder in slide.slide_layout.placeholders}
        for shape in slide.placeholders:
            holder = offered[shape.placeholder_format.idx]
            place = (shape.left, shape.top, shape.width, shape.height)
            assert place == (holder.left, holder.top, holder.width, holder.height), shape.name
            if shape.has_text_frame:
                assert shape._element.spPr.find(f"{A}xfrm") is None, shape.name
            kinds[shape.placeholder_format.type.name] += 1
    slides = planned(name).sheets
    assert kinds["TITLE"] == len(slides)
    assert kinds["FOOTER"] == kinds["SLIDE_NUMBER"] == len([sheet for sheet in slides if sheet.folio])


def test_layouts_are_used_named_and_have_no_stray_placeholder(name: str) -> None:
    show = Presentation(BytesIO(written(name)))
    used = {slide.slide_layout.name for slide in show.slides}
    names = [layout.name for layout in show.slide_layouts]
    assert set(names) == used
    assert len(set(names)) == len(names)
    for layout in show.slide_layouts:
        assert all(holder.name for holder in layout.placeholders)


def test_master_and_layouts_have_a_place_for_the_date_and_slides_the_date_of_the_report(name: str) -> None:
    deck, show = planned(name), Presentation(BytesIO(written(name)))
    (place,) = (holder for holder in show.slide_master.placeholders if is_date(holder))
    assert place.name == "日期"
    for layout, ours in zip(show.slide_layouts, deck.layouts, strict=True):
        kinds = [holder.placeholder_format.type for holder in layout.placeholders]
        numbers = 0 if ours.bare else kinds.count(PP_PLACEHOLDER.SLIDE_NUMBER)  # there an ornament stands
        assert kinds.count(PP_PLACEHOLDER.DATE) == numbers
    said = 0
    for slide in show.slides:
        placed = any(is_date(holder) for holder in slide.slide_layout.placeholders)
        dates = [holder for holder in slide.placeholders if is_date(holder)]
        assert [holder.text_frame.text for holder in dates] == [deck.date] * (placed and deck.date != "")
        assert all(
            holder._element.find(f".//{A}fld") is None for holder in dates
        )  # fixed: the report's, not today
        said += len(dates)
    assert (said > 0) == (deck.date != "")


def is_date(holder: Any) -> bool:
    return bool(holder.placeholder_format.type == PP_PLACEHOLDER.DATE)


def test_some_reports_have_a_date_and_some_have_none() -> None:
    assert {planned(name).date != "" for name in NAMES} == {True, False}


def test_the_theme_has_chinese_fonts_and_all_colours(name: str) -> None:
    theme = etree.fromstring(archive(name)["ppt/theme/theme1.xml"])
    for kind in ("majorFont", "minorFont"):
        font = theme.find(f".//{A}{kind}")
        assert font.find(f"{A}latin").get("typeface") == font.find(f"{A}ea").get("typeface") != ""
        assert font.find(f"{A}font").get("script") == "Hans"
    assert len(theme.find(f".//{A}clrScheme")) == 12


def test_drawings_have_alternative_text_or_are_marked_decorative(name: str) -> None:
    for root in parts(name, "slides"):
        tree = root.find(f"{P}cSld/{P}spTree")
        for shape in tree:
            kind = etree.QName(shape).localname
            if kind not in ("graphicFrame", "grpSp", "pic", "cxnSp", "sp"):
                continue
            head = shape.find(f"./*/{P}cNvPr")
            text = shape.find(f"{P}txBody") is not None
            decorative = head.find(f".//{DECORATIVE}") is not None
            assert head.get("name")
            assert text or decorative or head.get("descr"), head.get("name")
            assert not re.search(r"\.(png|jpe?g)$", head.get("descr") or "")


def test_the_title_comes_first_and_shape_ids_are_unique(name: str) -> None:
    for root in parts(name, "slides"):
        tree = root.find(f"{P}cSld/{P}spTree")
        shapes = [shape for shape in tree if etree.QName(shape).localname in ("sp", "grpSp", "graphicFrame")]
        assert shapes[0].find(f".//{P}ph").get("type") in ("title", "ctrTitle")
        ids = [head.get("id") for head in root.iter(f"{P}cNvPr")]
        assert len(set(ids)) == len(ids)


def test_sections_list_every_slide_once(name: str) -> None:
    root = etree.fromstring(archive(name)["ppt/presentation.xml"])
    slides = [item.get("id") for item in root.find(f"{P}sldIdLst")]
    listed = [item.get("id") for item in root.iter(f"{P14}sldId")]
    assert listed == slides
    names = [section.get("name") for section in root.iter(f"{P14}section")]
    assert names == [section.name for section in planned(name).sections]
    assert root.find(f"{P}notesMasterIdLst") is not None


def test_the_handout_master_says_whose_slides_they_are(name: str) -> None:
    deck, show = planned(name), Presentation(BytesIO(written(name)))
    master = show.part.part_related_by(RT.HANDOUT_MASTER)
    root = etree.fromstring(master.blob)
    shapes = {shape.find(f".//{P}ph").get("type"): shape for shape in root.iter(f"{P}sp")}
    assert {kind: "".join(shape.itertext()) for kind, shape in shapes.items()} == {
        "hdr": deck.subject,
        "dt": deck.date,
        "ftr": deck.organisation,
        "sldNum": "‹#›",
    }
    assert shapes["sldNum"].find(f".//{A}fld").get("type") == "slidenum"
    assert all(shape.find(f".//{P}cNvPr").get("name") for shape in shapes.values())
    themes = [part.part_related_by(RT.THEME).blob for part in (master, show.slide_master.part)]
    assert themes[0] == themes[1]
    tags = [etree.QName(child).localname for child in show.part._element]
    at = tags.index("handoutMasterIdLst")
    assert tags[at - 1 : at + 2] == ["notesMasterIdLst", "handoutMasterIdLst", "sldIdLst"]


def test_charts_show_their_figures_and_so_does_their_workbook(name: str) -> None:
    import warnings

    items = [
        item
        for sheet in planned(name).sheets
        for item in sheet.items
        if isinstance(item, ChartItem) and is_native(item.spec)
    ]
    charts = [
        shape.chart
        for slide in Presentation(BytesIO(written(name))).slides
        for shape in slide.shapes
        if shape.has_chart
    ]
    assert len(charts) == len(items)
    for chart, item in zip(charts, items, strict=True):
        plot = chart.plots[0]
        expected = [[datum.value for datum in series.data] for series in item.spec.series]
        shown = [series for series in plot.series if series.name != NAMES_HEAD]
        assert [list(series.values) for series in shown] == expected
        assert list(plot.categories) == [datum.label for datum in item.spec.data]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            cells = cells_of(chart.part.chart_workbook.xlsx_part.blob)
        for column, series in enumerate(item.spec.series):
            letter = chr(ord("B") + column)
            for row, datum in enumerate(series.data, start=2):
                assert float(cells[f"{letter}{row}"]) == datum.value
                assert cells[f"A{row}"] == datum.label
        assert item.spec.unit in cells.values()
        root = chart._chartSpace
        assert all(int(axis.get("val")) > 0 for axis in root.iter(f"{C}axId"))
        assert root.find(f".//{C}legend") is None


def test_long_names_stand_above_their_bars() -> None:
    """On unseen bars over the bars, as the workbook has them; the axis shows none."""
    (chart,) = (
        shape.chart
        for slide in Presentation(BytesIO(written("yuci"))).slides
        for shape in slide.shapes
        if shape.has_chart and len(shape.chart.plots[0].series) == 2
    )
    names, bars = chart.plots[0].series
    assert names.name == NAMES_HEAD
    label = names._element.find(f"{C}dLbls")
    assert label.find(f"{C}showCatName").get("val") == "1"
    assert label.find(f"{C}dLblPos").get("val") == "inBase"
    assert names._element.find(f"{C}spPr/{A}noFill") is not None
    assert set(names.values) == {max(bars.values)} == {28.0}
    cells = cells_of(chart.part.chart_workbook.xlsx_part.blob)
    assert [cells[f"C{row}"] for row in range(1, 6)] == [NAMES_HEAD, "28", "28", "28", "28"]
    assert chart._chartSpace.find(f".//{C}catAx/{C}tickLblPos").get("val") == "none"


def cells_of(blob: bytes) -> dict[str, str]:
    """Cell texts of the first sheet, read from the raw parts."""
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(BytesIO(blob)) as opened:
        strings = etree.fromstring(opened.read("xl/sharedStrings.xml"))
        shared = ["".join(item.itertext()) for item in strings.findall(f"{main}si")]
        sheet = etree.fromstring(opened.read("xl/worksheets/sheet1.xml"))
    found = {}
    for cell in sheet.iter(f"{main}c"):
        value = cell.findtext(f"{main}v") or ""
        found[cell.get("r")] = shared[int(value)] if cell.get("t") == "s" else value
    return found


def test_the_properties_say_what_it_is_and_nothing_of_the_machine(name: str) -> None:
    deck, show = planned(name), Presentation(BytesIO(written(name)))
    assert show.core_properties.title == deck.title
    assert show.core_properties.author == deck.author
    assert show.core_properties.language == "zh-CN"
    for entry, blob in archive(name).items():
        if entry.endswith((".xml", ".rels")):
            assert str(ROOT).encode() not in blob, entry
            assert b"<p:cm" not in blob


def test_internal_words_reach_no_part_of_the_file(name: str) -> None:
    report = load_report(folder(name))
    secret = [p.text for s in report.sections for sub in s.subsections for p in sub.internal]
    for blob in archive(name).values():
        assert not any(words.encode() in blob for words in secret)


def test_two_processes_write_the_same_bytes() -> None:
    code = (
        "import hashlib, sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path\n"
        "from reportgen.content import load_report; from reportgen.fonts import Fonts\n"
        "from reportgen.layout.slides.plan import plan_deck; from reportgen.pptx import write_deck\n"
        "from reportgen.themes import load_theme\n"
        "theme, fonts = load_theme(), Fonts.load()\n"
        "report = load_report(Path(sys.argv[1]) / 'content' / 'yuci')\n"
        "print(hashlib.sha256(write_deck(plan_deck(report, theme, fonts), theme, fonts)).hexdigest())\n"
    )
    sums = [
        subprocess.run(
            [sys.executable, "-c", code, str(ROOT)],
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert sums[0] == sums[1] != ""


def test_a_deck_without_pictures_is_written_without_matplotlib_and_python_pptx(tmp_path: Path) -> None:
    code = (
        "import sys; from reportgen.cli import main\n"
        "assert main(['pptx', sys.argv[1], '-q', '--out', sys.argv[2]], sys.stderr, sys.stderr) == 0\n"
        "print([name for name in ('matplotlib', 'numpy', 'pptx', 'reportlab') if name in sys.modules])\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, str(folder("yuci")), str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert said.stdout.strip() == "[]"
    assert (tmp_path / "yuci-deck.pptx").exists()


def test_values_of_several_lines_stand_clear_of_each_other_and_of_the_axis() -> None:
    """Those of the highest above it, those of the others below, where the axis leaves room."""
    seen = 0
    for slide in Presentation(BytesIO(written("rare"))).slides:
        for shape in slide.shapes:
            lines = shape.chart._chartSpace.find(f".//{C}lineChart") if shape.has_chart else None
            if lines is None or len(lines.findall(f"{C}ser")) < 2:
                continue
            plotted = [list(plot.values) for plot in shape.chart.plots[0].series]
            highest = max(plotted, key=lambda values: values[-1])
            for values, series in zip(plotted, lines.findall(f"{C}ser"), strict=True):
                place = series.find(f"{C}dLbls/{C}dLblPos").get("val")
                assert place == ("t" if values is highest else "b")
            space = shape.chart._chartSpace
            low, high = min(map(min, plotted)), max(map(max, plotted))
            assert float(space.find(f".//{C}valAx/{C}scaling/{C}min").get("val")) < low - 0.1 * (high - low)
            assert space.find(f".//{C}catAx/{C}crosses").get("val") == "min"
            seen += 1
    assert seen
