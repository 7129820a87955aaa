"""A deck on the office's own template, opened again: its layouts, nothing of its own in placeholders, nothing lost."""

from __future__ import annotations

import atexit
import re
import shutil
import tempfile
import zipfile
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
import template_files
from lxml import etree
from office import to_pdf
from PIL import Image
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from samples import CONTENTS, fonts
from test_pptx_render import Character, _characters
from test_pptx_validity import audited, sdk_errors

from reportgen.model.report import Ledger, Report
from reportgen.model.sheet import ChartItem, Sheet, TableItem, TextBox
from reportgen.model.slide import Deck
from reportgen.pipeline import load
from reportgen.products.deck import DECK, deck_theme, office_template, own_slides, slides
from reportgen.products.edition import Edition
from reportgen.products.handouts import NOTES
from reportgen.story.passages import Passage, passage
from reportgen.story.points import key_points
from reportgen.story.spoken import notes_of

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
TEMPLATES = {
    "old": (template_files.old, ""),
    "used": (template_files.used, ""),
    "chinese": (template_files.chinese, template_files.MAPPING),
    "single": (lambda: template_files.without("Two Content"), ""),
}
CASES = (
    ("yuci", "old"),
    ("yuci", "chinese"),
    ("tiny", "used"),
    ("long", "single"),
    ("long", "chinese"),
    ("extremes", "chinese"),
)
TITLES, DATE = (1, 3), 16  # PP_PLACEHOLDER: TITLE, CENTER_TITLE, DATE
PICTURE = 13  # MSO_SHAPE_TYPE


def report_with(folder: Path, name: str, template: bytes, mapping: str = "") -> Path:
    """A copy of the report that names the template."""
    target = folder / name
    shutil.copytree(CONTENTS[name], target)
    text = (target / "report.md").read_text(encoding="utf-8")
    (target / "report.md").write_text(
        text.replace("---\n", "---\ntemplate: house.pptx\n", 1), encoding="utf-8"
    )
    (target / "house.pptx").write_bytes(template)
    if mapping:
        (target / "house.toml").write_text(mapping, encoding="utf-8")
    return target


@lru_cache
def shelf() -> Path:
    """A folder for the reports of this module, gone when the run ends."""
    folder = Path(tempfile.mkdtemp(prefix="house-"))
    atexit.register(shutil.rmtree, folder)
    return folder


def deck(edition: Edition) -> bytes:
    """The finished deck."""
    return DECK.write(edition, DECK.plan(edition))


@lru_cache
def loaded(name: str, template: str) -> Edition:
    make, mapping = TEMPLATES[template]
    folder = report_with(Path(tempfile.mkdtemp(dir=shelf())), name, make(), mapping)
    return load(folder, fonts())


@lru_cache
def planned(name: str, template: str) -> Deck:
    return slides(loaded(name, template))


@lru_cache
def written(name: str, template: str) -> bytes:
    return deck(loaded(name, template))


@lru_cache
def archive(name: str, template: str) -> dict[str, bytes]:
    return archived(written(name, template))


def archived(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as opened:
        return {entry: opened.read(entry) for entry in opened.namelist()}


def show(name: str, template: str) -> Any:
    return Presentation(BytesIO(written(name, template)))


@pytest.fixture(params=CASES, ids="-".join)
def case(request: pytest.FixtureRequest) -> tuple[str, str]:
    return request.param  # type: ignore[no-any-return]


def test_it_keeps_every_layout_and_the_slide_size_of_the_template(case: tuple[str, str]) -> None:
    template = Presentation(BytesIO(TEMPLATES[case[1]][0]()))
    deck = show(*case)
    assert [layout.name for layout in deck.slide_layouts] == [
        layout.name for layout in template.slide_layouts
    ]
    assert (deck.slide_width, deck.slide_height) == (template.slide_width, template.slide_height)


def test_its_theme_and_masters_are_the_template_s_own(case: tuple[str, str]) -> None:
    template = Presentation(BytesIO(TEMPLATES[case[1]][0]()))
    for kept, own in zip(show(*case).slide_masters, template.slide_masters, strict=True):
        assert etree.tostring(kept._element, method="c14n") == etree.tostring(own._element, method="c14n")
        assert kept.part.part_related_by(RT.THEME).blob == own.part.part_related_by(RT.THEME).blob


def test_every_slide_says_what_was_planned_and_its_notes_are_kept(case: tuple[str, str]) -> None:
    deck = planned(*case)
    slides = list(show(*case).slides)
    assert len(slides) == len(deck.sheets)
    for slide, sheet in zip(slides, deck.sheets, strict=True):
        assert _solid(slide.shapes.title.text_frame.text) == _solid(sheet.title)
        said = Counter(
            _solid(s.text_frame.text) for s in slide.shapes if s.has_text_frame and s.text_frame.text
        )
        wanted = Counter(_solid(item.text) for item in sheet.items if isinstance(item, TextBox))
        assert not wanted - said
        assert slide.notes_slide.notes_text_frame.text == "\n".join(sheet.notes)


def test_all_that_our_own_deck_speaks_is_spoken_on_the_template_too(case: tuple[str, str]) -> None:
    ours = [note for sheet in own_slides(loaded(*case)).sheets for note in sheet.notes]
    house = [note for sheet in planned(*case).sheets for note in sheet.notes]
    assert ours
    assert house == ours


def test_the_author_s_points_honours_figures_and_notes_are_all_shown(case: tuple[str, str]) -> None:
    assert lost(loaded(*case).report, planned(*case).sheets) == []


def lost(report: Report, sheets: Sequence[Sheet]) -> list[str]:
    """The author's points, honours, notes and figures that no slide shows."""
    boxes = [item.text for sheet in sheets for item in sheet.items if isinstance(item, TextBox)]
    tables = [i.rows for sheet in sheets for i in sheet.items if isinstance(i, TableItem)]
    charts = [item.spec for sheet in sheets for item in sheet.items if isinstance(item, ChartItem)]
    said = _solid("\n".join((*boxes, *(cell.text for rows in tables for row in rows for cell in row))))
    wanted = [text for place in _passages(report) for text in key_points(place)]
    wanted += [honour.text for honour in report.honours]
    wanted += [part.note for part in report.components() if isinstance(part, Ledger)]
    drawn = {id for spec in charts for id in spec.figures}
    wanted += [figure.numeral for figure in report.figures if figure.id not in drawn]
    return [text for text in wanted if _solid(text) not in said]


def _passages(report: Report) -> list[Passage]:
    parts = [(i, None) for i in range(len(report.sections))]
    subs = [(i, k) for i, section in enumerate(report.sections) for k in range(len(section.subsections))]
    return [passage(report, *place) for place in ((None, None), *parts, *subs)]


def test_texts_stand_in_placeholders_that_inherit_place_and_look(case: tuple[str, str]) -> None:
    checked = 0
    for slide in show(*case).slides:
        offered = {holder.placeholder_format.idx for holder in slide.slide_layout.placeholders}
        assert slide.shapes[0].placeholder_format.type in TITLES
        for shape in slide.placeholders:
            assert shape.placeholder_format.idx in offered
            if not shape.has_text_frame:
                continue  # a chart, table or picture
            assert shape.text_frame.text.strip()
            assert len(shape._element.find(f"{P}spPr")) == 0
            assert len(shape._element.find(f"{P}txBody/{A}bodyPr")) == 0
            for look in shape._element.iter(f"{A}rPr"):
                assert set(look.attrib) <= {"lang", "altLang", "sz"}
                assert len(look) == 0
            checked += 1
    assert checked >= 4


def test_what_is_drawn_has_theme_colours_theme_fonts_and_names(case: tuple[str, str]) -> None:
    for entry, blob in archive(*case).items():
        if re.match(r"ppt/(slides|charts|notesSlides)/[^/]+\.xml", entry):
            assert b"srgbClr" not in blob, entry
            faces = set(re.findall(rb'<a:(?:latin|ea|cs) typeface="([^"]+)"', blob))
            assert all(face.startswith((b"+mn", b"+mj")) for face in faces), entry
            assert b'name=""' not in blob.replace(b'id="1" name=""', b""), entry


def test_drawings_stay_in_the_area_of_their_layout(case: tuple[str, str]) -> None:
    found = loaded(*case)
    areas = {use.layout.part: use.area for use in office_template(found).uses.values()}  # type: ignore[union-attr]
    held = {
        (layout.part, holder.key): holder.rect
        for layout in office_template(found).file.layouts  # type: ignore[union-attr]
        for holder in layout.holders
    }
    for sheet in planned(*case).sheets:
        rects = [r for (part, key), r in held.items() if part == sheet.layout]
        for item in sheet.items:
            if isinstance(item, ChartItem | TableItem) and item.placeholder:
                assert held[sheet.layout, item.placeholder].contains(item.rect, 2.0), sheet.title
            elif isinstance(item, ChartItem) or (isinstance(item, TextBox) and not item.placeholder):
                places = (areas[sheet.layout], *rects)
                assert any(place.contains(item.rect, 2.0) for place in places), sheet.title


DRAWN_ALONE = """
# 义诊

甲。

::: picture {file=甲.png alt=义诊}
:::

# 水质

::: table {data=水质.csv}
:::

## 两年之间

水质监测表明，[水质年年好转]{.key}。

::: chart {kind=line table=水质.csv title="水质监测" y="总磷 氨氮"}
:::

## 用水

::: chart {kind=doughnut figure=use}
:::

用水占比优化为[58:27:15]{#use label="用水占比" parts="农业 工业 生活" unit=%}。[农业用水推行计量收费，工业用水推行循环利用]{.key}，[节水器具进村入户，市民记者跟着企业算细账]{.key}，[沿河三镇轮流值守，一年四季从不间断]{.key}。
"""


@pytest.mark.parametrize("template", ["old", "chinese"])
def test_charts_tables_and_pictures_are_in_the_placeholders_of_their_layout(
    template: str, tmp_path: Path
) -> None:
    make, mapping = TEMPLATES[template]
    folder = report_with(tmp_path, "tiny", make(), mapping)
    Image.new("RGB", (900, 600)).save(folder / "甲.png")
    (folder / "data").mkdir()
    (folder / "data/水质.csv").write_text(
        "# 单位: mg/L\n# 来源: 某局\n年份,总磷,氨氮\n2023,0.5,1.9\n2024,0.4,1.8\n2025,0.1,0.4\n",
        encoding="utf-8",
    )
    with (folder / "report.md").open("a", encoding="utf-8") as report:
        report.write(DRAWN_ALONE)
    data = deck(load(folder, fonts()))
    assert sdk_errors(data, tmp_path) == []
    assert audited(data, tmp_path) == []
    found = {}
    for slide in Presentation(BytesIO(data)).slides:
        offered = {h.placeholder_format.idx: h for h in slide.slide_layout.placeholders}
        for shape in (s for s in slide.placeholders if not s.has_text_frame):
            holder = offered[shape.placeholder_format.idx]
            assert holder.left <= shape.left
            assert holder.top <= shape.top
            assert shape.left + shape.width <= holder.left + holder.width + 1
            assert shape.top + shape.height <= holder.top + holder.height + 1
            found[slide.shapes.title.text_frame.text.split("（续")[0], type(shape).__name__] = shape
    titles = [
        ("义诊", "PlaceholderPicture"),
        ("水质", "PlaceholderGraphicFrame"),
        ("用水", "PlaceholderGraphicFrame"),
    ]
    assert [key for key in titles if key not in found] == []
    line = found.get(("两年之间", "PlaceholderGraphicFrame"))
    assert (line is not None) is (template == "chinese")  # a column of the old one is too narrow for it
    if line is not None:
        assert line.chart.chart_title.text_frame.text == "水质监测（mg/L）"
        assert line.chart.has_legend
        assert line.height == pytest.approx(line.part.slide_layout.placeholders[1].height, abs=2)


def test_a_chart_as_a_picture_stands_in_no_chart_s_place_and_keeps_its_title(tmp_path: Path) -> None:
    folder = report_with(tmp_path, "rare", template_files.chinese(), template_files.MAPPING)
    slides = Presentation(BytesIO(deck(load(folder, fonts(), {"charts": "picture"})))).slides
    (slide,) = [slide for slide in slides if slide.shapes.title.text_frame.text == "富民兴业𠮷水桥头（续）"]
    assert not any(hasattr(shape, "image") and shape.is_placeholder for shape in slide.shapes)
    assert "沿河新增（家）" in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_drawings_stand_below_or_beside_the_words_of_their_slide(case: tuple[str, str]) -> None:
    below = beside = 0
    for sheet in planned(*case).sheets:
        drawn = [
            i
            for i in sheet.items
            if isinstance(i, ChartItem | TableItem) or (isinstance(i, TextBox) and not i.placeholder)
        ]
        words = [i for i in sheet.items if isinstance(i, TextBox) and i.placeholder and i.role == "body"]
        for box in words:
            for item in drawn:
                assert not box.rect.overlaps(item.rect), sheet.title
                below += item.rect.y >= box.rect.bottom
                beside += item.rect.right <= box.rect.x
    if case[0] == "yuci":
        assert below > 10
        assert beside > 5


def test_lists_go_on_under_their_head() -> None:
    """A page that begins inside a list says again what the list is of."""
    pages = [
        item.paragraphs
        for sheet in planned("yuci", "old").sheets
        for item in sheet.items
        if isinstance(item, TextBox) and item.role == "body" and item.placeholder
    ]
    assert any(paragraph.level for page in pages for paragraph in page)
    assert all(page[0].level == 0 for page in pages)


def test_short_neighbours_share_a_slide_where_the_layout_has_two_columns() -> None:
    report, sheets = loaded("yuci", "chinese").report, planned("yuci", "chinese").sheets
    left, right = report.sections[0].subsections[:2]
    (sheet,) = [sheet for sheet in sheets if sheet.title == f"{left.headline}　{right.headline}"]
    boxes = [item for item in sheet.items if isinstance(item, TextBox) and item.role == "body"]
    words = [box for box in boxes if box.placeholder]
    assert [box.paragraphs[0].text for box in words] == [left.kicker, right.kicker]
    assert {p.level for box in words for p in box.paragraphs[1:]} == {1}
    assert len({p.runs[0].style.size for box in words for p in box.paragraphs[:1]}) == 1
    assert words[0].rect.right < words[1].rect.x
    assert sheet.notes == (*notes_of(left), *notes_of(right))


def test_sharing_makes_decks_shorter_and_a_template_without_two_columns_keeps_neighbours_apart() -> None:
    shared, apart = (planned("long", template).sheets for template in ("chinese", "single"))
    assert len(shared) < len(apart)
    titles = {
        sub.title for section in loaded("long", "single").report.sections for sub in section.subsections
    }
    assert titles <= {sheet.title for sheet in apart}


def test_titles_are_unique_the_closing_slide_s_too(case: tuple[str, str]) -> None:
    titles = [sheet.title for sheet in planned(*case).sheets]
    assert len(set(titles)) == len(titles)


def test_long_texts_go_on_and_all_slides_of_a_title_set_it_alike() -> None:
    """But the section's opening, whose layout has the same title larger."""
    sheets = planned("yuci", "old").sheets
    openings = {section.title for section in loaded("yuci", "old").report.sections}
    marked = [sheet for sheet in sheets if "（续" in sheet.title]
    assert marked
    for sheet in marked:
        base = sheet.title.split("（续")[0]
        alike = [s for s in sheets if s.title.split("（续")[0] == base and s.title not in openings]
        assert {_title_size(other) for other in alike} == {_title_size(sheet)}


def _title_size(sheet: Sheet) -> float:
    box = next(item for item in sheet.items if isinstance(item, TextBox) and item.role == "title")
    return box.paragraphs[0].runs[0].style.size


def test_the_dark_template_s_colour_map_decides_what_is_readable() -> None:
    theme = deck_theme(loaded("yuci", "chinese"))
    dark = template_files.DARK
    assert theme.colour("white").hex == dark["dk1"]
    assert theme.colour("ink-text").hex == dark["lt1"]
    assert theme.colour("a1-500").hex == dark["accent1"]


def test_samples_of_the_template_are_gone_with_their_parts_and_their_authors() -> None:
    assert template_files.SECRET.encode() in b"".join(archived(template_files.used()).values())
    entries = archive("tiny", "used")
    assert not any(template_files.SECRET.encode() in blob for blob in entries.values())
    for trace in (b"hlinkClick", b"custDataLst", b"file:", b"cmAuthor"):
        assert not any(trace in blob for blob in entries.values()), trace
    slides = len(planned("tiny", "used").sheets)
    assert sum(bool(re.fullmatch(r"ppt/slides/slide\d+\.xml", entry)) for entry in entries) == slides
    assert not any(entry.startswith("ppt/media/") for entry in entries)
    assert "docProps/thumbnail.jpeg" not in entries
    properties = show("tiny", "used").core_properties
    assert (properties.title, properties.last_modified_by) == (planned("tiny", "used").title, "")


def test_pictures_of_the_template_and_of_the_report_keep_apart(tmp_path: Path) -> None:
    folder = report_with(tmp_path, "tiny", template_files.badged())
    Image.new("RGB", (640, 400), "blue").save(folder / "pic.png")
    with (folder / "report.md").open("a", encoding="utf-8") as report:
        report.write("\n::: picture {file=pic.png alt=步道}\n:::\n")
    data = deck(load(folder, fonts()))
    with zipfile.ZipFile(BytesIO(data)) as opened:
        assert len(set(opened.namelist())) == len(opened.namelist())
    show = Presentation(BytesIO(data))
    colours = [
        [
            Image.open(BytesIO(shape.image.blob)).getpixel((0, 0))
            for shape in place.shapes
            if hasattr(shape, "image")
        ]
        for place in (show.slide_layouts[1], *show.slides)
    ]
    assert colours[0] == [(255, 0, 0)]
    assert [colour for of_slide in colours[1:] for colour in of_slide] == [(0, 0, 255)]


def test_a_theme_with_pictures_is_kept_and_none_of_ours_points_to_them(tmp_path: Path) -> None:
    """The theme of our notes master is made anew: a copy would name a relation it does not have."""
    folder = report_with(tmp_path, "tiny", template_files.pictured())
    data = deck(load(folder, fonts()))
    parts = archived(data)
    themes = sorted(name for name in parts if re.fullmatch(r"ppt/theme/theme\d+\.xml", name))
    assert len(themes) == 2
    for name in themes:
        related = name.replace("theme/theme", "theme/_rels/theme") + ".rels" in parts
        assert (b"r:embed" in parts[name]) is related
    show = Presentation(BytesIO(data))
    kept = show.slide_master.part.part_related_by(RT.THEME)
    assert [Image.open(BytesIO(rel.target_part.blob)).size for rel in kept.rels.values()] == [(40, 30)]


def test_fonts_the_template_embeds_stay_embedded() -> None:
    assert archive("tiny", "used")["ppt/fonts/font1.fntdata"] == b"font"
    listed = show("tiny", "used").part._element.find(f"{P}embeddedFontLst/{P}embeddedFont/{P}font")
    assert listed.get("typeface") == "Template"


def test_a_layout_s_own_colours_hold_on_its_slides_too() -> None:
    assert deck_theme(loaded("tiny", "used")).colour("white").hex == "000000"
    maps = {
        slide.slide_layout.name: slide._element.find(f"{P}clrMapOvr")[0].tag
        for slide in show("yuci", "used").slides
    }
    assert maps["Title Only"] == f"{A}overrideClrMapping"
    assert maps["Title and Content"] == f"{A}masterClrMapping"


def test_every_relation_leads_to_a_part_and_every_part_is_reached(case: tuple[str, str]) -> None:
    entries = archive(*case)
    reached = {"[Content_Types].xml"}
    for entry, blob in entries.items():
        if entry.endswith(".rels"):
            reached.add(entry)
            base = Path(entry).parent.parent
            for relation in etree.fromstring(blob):
                if relation.get("TargetMode") != "External":
                    target = Path("/") / base / relation.get("Target")
                    reached.add(str(target.resolve()).lstrip("/"))
    assert reached == set(entries)


def test_the_open_xml_sdk_finds_nothing(case: tuple[str, str], tmp_path: Path) -> None:
    assert sdk_errors(written(*case), tmp_path) == []


def test_openxml_audit_finds_nothing(tmp_path: Path) -> None:
    assert audited(written("yuci", "chinese"), tmp_path) == []


def test_the_same_report_and_template_give_the_same_bytes() -> None:
    again = deck(loaded.__wrapped__("tiny", "used"))
    assert again == written("tiny", "used")


MAIN = b"openxmlformats-officedocument.presentationml.presentation.main+xml"


@pytest.mark.parametrize(
    "kind", [MAIN.replace(b"presentation.", b"template."), b"ms-powerpoint.template.macroEnabled.main+xml"]
)
def test_a_template_saved_as_potx_or_with_macros_serves_too(kind: bytes, tmp_path: Path) -> None:
    plain = archived(template_files.old())
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        for entry, blob in plain.items():
            out.writestr(entry, blob.replace(MAIN, kind))
    found = load(report_with(tmp_path, "tiny", buffer.getvalue()), fonts())
    assert len(Presentation(BytesIO(deck(found))).slides) == len(planned("tiny", "used").sheets)


def test_builds_dates_and_charts_as_pictures_work_on_a_template(tmp_path: Path) -> None:
    folder = report_with(tmp_path, "yuci", template_files.chinese(), template_files.MAPPING)
    text = (folder / "report.md").read_text(encoding="utf-8")
    (folder / "report.md").write_text(
        text.replace("---\n", "---\nbuild: true\ndate: 2025年11月30日\n", 1), encoding="utf-8"
    )
    found = load(folder, fonts(), {"charts": "picture"})
    data = deck(found)
    assert sdk_errors(data, tmp_path) == []
    slides = Presentation(BytesIO(data)).slides
    dates = [s for slide in slides for s in slide.placeholders if s.placeholder_format.type == DATE]
    assert {shape.text_frame.text for shape in dates} == {"2025年11月30日"}
    assert len(dates) == len(slides) - 2
    assert not any(shape.has_chart for slide in slides for shape in slide.shapes)
    assert sum(shape.shape_type == PICTURE for slide in slides for shape in slide.shapes) > 5
    built = [slide for slide in slides if slide._element.find(f"{P}timing") is not None]
    assert len(built) > 15
    for slide in built:
        ids = {head.get("id") for head in slide._element.iter(f"{P}cNvPr")}
        assert {target.get("spid") for target in slide._element.iter(f"{P}spTgt")} <= ids


def test_a_picture_fills_the_template_s_area_above_its_credit(tmp_path: Path) -> None:
    folder = report_with(tmp_path, "tiny", template_files.old())
    Image.new("RGB", (900, 600)).save(folder / "甲.png")
    with (folder / "report.md").open("a", encoding="utf-8") as report:
        report.write("\n# 义诊\n\n甲。\n\n::: picture {file=甲.png alt=义诊 credit=摄影某某}\n:::\n")
    prs = Presentation(BytesIO(deck(load(folder, fonts()))))
    (slide,) = [slide for slide in prs.slides if any(hasattr(s, "image") for s in slide.shapes)]
    (image,) = [shape for shape in slide.shapes if hasattr(shape, "image")]
    assert image.is_placeholder
    (credit,) = [s for s in slide.shapes if s.has_text_frame and s.text_frame.text == "摄影某某"]
    assert image.height > prs.slide_height / 3
    assert image.width / image.height == pytest.approx(1.5, abs=0.01)
    assert credit.top >= image.top + image.height


def test_the_handout_shows_our_own_slides(tmp_path: Path) -> None:
    assert NOTES.write(loaded("tiny", "used"), NOTES.plan(loaded("tiny", "used"))).startswith(b"%PDF")


DRAWN = ("old", "chinese")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Character]]]:
    """The characters of every page of the article's decks, in slides 960 points wide."""
    made = to_pdf({name: written("yuci", name) for name in DRAWN}, tmp_path_factory.mktemp("office"))
    return {name: [_characters(page) for page in pdfium.PdfDocument(path)] for name, path in made.items()}


@pytest.mark.parametrize("template", DRAWN)
def test_an_office_program_draws_every_text_inside_its_placeholder(
    template: str, pages: dict[str, list[list[Character]]]
) -> None:
    found = loaded("yuci", template)
    holders = {
        (layout.part, holder.key): holder
        for layout in office_template(found).file.layouts  # type: ignore[union-attr]
        for holder in layout.holders
    }
    sheets = planned("yuci", template).sheets
    assert len(pages[template]) == len(sheets)
    for characters, sheet in zip(pages[template], sheets, strict=True):
        scale = sheet.size[0] / 960
        for box in (item for item in sheet.items if isinstance(item, TextBox) and item.placeholder):
            rect = holders[sheet.layout, box.placeholder].rect
            spots = ((c.text, c.x * scale, c.baseline * scale) for c in characters)
            inside = Counter(
                c for c, x, y in spots if rect.x - 1 <= x <= rect.right and rect.y <= y <= rect.bottom
            )
            missing = Counter(_solid(box.text)) - inside
            assert not missing, (sheet.title, box.text)


def _solid(text: str) -> str:
    return "".join(text.split())
