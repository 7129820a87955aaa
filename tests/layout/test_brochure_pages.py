"""What holds for the brochure of any report: nothing lost, nothing clipped, every page designed."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from placed_text import ink
from samples import brochure_of, folios, fonts, numbers_of, report_of

from reportgen.cache import Cache
from reportgen.content import load_report
from reportgen.errors import Place, ReportgenError
from reportgen.layout.brochure import grid
from reportgen.layout.brochure.plan import SHEET_OF_FOUR, plan_brochure
from reportgen.layout.brochure.trim import trimmed
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Edges, Rect, mm
from reportgen.model.sheet import ChartItem, Document, Link, PictureItem, Shape, Sheet, TableItem, TextBox
from reportgen.model.text import StyledParagraph
from reportgen.model.theme import Typography
from reportgen.themes import load_theme

SMALLEST = 8.0  # pt (D-02)
PAGE_WORDS = re.compile(r"第(\d+)(部分|页)")


def boxes(sheet: Sheet) -> list[TextBox]:
    return [item for item in sheet.items if isinstance(item, TextBox)]


def words(sheet: Sheet) -> str:
    text = "\n".join("".join(line.text for line in box.lines) for box in boxes(sheet))
    cells = (cell for item in sheet.items if isinstance(item, TableItem) for row in item.rows for cell in row)
    return "\n".join((text, *("".join(line.text for line in cell.lines) for cell in cells)))


def test_pages_come_in_fours(content: str) -> None:
    assert len(brochure_of(content).sheets) % SHEET_OF_FOUR == 0


def test_no_page_is_a_blank_leaf(content: str) -> None:
    for sheet in brochure_of(content).sheets:
        assert len(sheet.items) >= 3, sheet.name


def test_every_paragraph_is_printed_whole_and_once(content: str) -> None:
    report, document = report_of(content), brochure_of(content)
    paragraphs = [paragraph.text for paragraph in report.paragraphs()]
    assert paragraphs
    printed = _running_text(document)
    for text in paragraphs:
        assert text in printed, text[:30]
    assert len(printed.replace("\n", "")) == sum(len(text) for text in paragraphs), "nothing is printed twice"


def _running_text(document: Document) -> str:
    blocks: dict[str, str] = {}
    for sheet in document.sheets:
        for box in boxes(sheet):
            if box.role == "body" and re.fullmatch(r"lead|\d+|\d+\.\d+", box.block):
                blocks[box.block] = blocks.get(box.block, "") + "".join(line.text for line in box.lines)
    return "\n".join(blocks.values())


def test_text_stays_inside_the_trim_and_clear_of_it(content: str) -> None:
    safe = Rect(0, 0, *grid.TRIM).inset(mm(5), mm(5))
    checked = 0
    for sheet in brochure_of(content).sheets:
        for box in boxes(sheet):
            if box.lines and box.role not in ("numeral", "decoration"):
                assert safe.contains(ink(box)), (sheet.name, box.text, ink(box))
                checked += 1
    assert checked > 5


def test_no_two_text_boxes_overlap(content: str) -> None:
    for sheet in brochure_of(content).sheets:
        inks = [(box, ink(box)) for box in boxes(sheet) if box.lines]
        for i, (first, a) in enumerate(inks):
            for second, b in inks[i + 1 :]:
                both = {first.role, second.role}
                slack = 14.0 if "numeral" in both or "title" in both else 1.0
                assert not a.overlaps(b, slack), (sheet.name, first.text, second.text)


def test_charts_and_tables_lie_inside_the_page_and_clear_of_text(content: str) -> None:
    page = Rect(0, 0, *grid.TRIM)
    for sheet in brochure_of(content).sheets:
        drawings = [item for item in sheet.items if isinstance(item, ChartItem | TableItem)]
        for item in drawings:
            assert page.contains(item.rect), sheet.name
            for box in boxes(sheet):
                if box.lines:
                    assert not item.rect.overlaps(ink(box), 2.0), (sheet.name, item.name, box.text)


def test_no_type_is_smaller_than_the_floor(content: str) -> None:
    sizes = {
        run.style.size
        for sheet in brochure_of(content).sheets
        for box in boxes(sheet)
        for line in box.lines
        for run in line.runs
    }
    assert sizes
    assert min(sizes) >= SMALLEST


def test_a_lines_width_never_exceeds_its_box(content: str) -> None:
    for sheet in brochure_of(content).sheets:
        for box in boxes(sheet):
            if box.role != "numeral":
                for line in box.lines:
                    assert line.x + line.width <= box.rect.width + 1.0, (sheet.name, line.text)


def test_every_number_on_a_page_is_one_of_the_text(content: str) -> None:
    report, document = report_of(content), brochure_of(content)
    known = numbers_of(report)
    for sheet in document.sheets:
        for number in re.findall(r"\d+(?:\.\d+)?", PAGE_WORDS.sub("", words(sheet))):
            allowed = number in known or number in folios(document)
            assert allowed, (sheet.name, number)


def test_every_figure_is_in_the_index_with_the_page_that_prints_it(content: str) -> None:
    report, document = report_of(content), brochure_of(content)
    pages = [sheet for sheet in document.sheets if sheet.name.startswith("index")]
    listed = "".join(words(sheet) for sheet in pages)
    assert bool(pages) == bool(report.figures)
    for figure in report.figures:
        assert figure.clause in listed
    for sheet in pages:
        links = [item for item in sheet.items if isinstance(item, Link)]
        assert links
        for link in links:
            target = next(s for s in document.sheets if s.name == link.target)
            assert f"第{int(target.folio)}页" in link.alt


def test_links_and_bookmarks_lead_to_pages_that_exist(content: str) -> None:
    document = brochure_of(content)
    names = {sheet.name for sheet in document.sheets}
    assert len(names) == len(document.sheets)
    assert {mark.sheet for mark in document.outline} <= names
    targets = {item.target for s in document.sheets for item in s.items if isinstance(item, Link)}
    assert targets <= names


def test_the_article_makes_the_sixteen_pages_of_the_design() -> None:
    kinds = [sheet.name.rstrip("-0123456789") for sheet in brochure_of("yuci").sheets]
    assert kinds == [
        "cover", "contents", "glance", "foreword", "opener", "body", "body", "opener", "body", "body",
        "opener", "body", "body", "wall", "index", "back",
    ]  # fmt: skip


def test_the_centre_spread_is_one_plan_with_every_lit_plot_on_the_left_page() -> None:
    sheets = brochure_of("yuci").sheets
    left, right = sheets[len(sheets) // 2 - 1], sheets[len(sheets) // 2]
    lamps = [item for item in left.items if isinstance(item, Shape) and item.name == "plots-lit"]
    assert sum(segment[0] == "M" for lamp in lamps for segment in lamp.path) == 53
    outlines = [
        [s for s in sheet.items if isinstance(s, Shape) and s.name == "plots"] for sheet in (left, right)
    ]
    assert outlines[0]
    for mine, theirs in zip(*outlines, strict=True):
        shifted = [
            (s[0], *(v - (grid.TRIM[0] if i % 2 == 0 else 0) for i, v in enumerate(s[1:]))) for s in mine.path
        ]
        assert [s[0] for s in shifted] == [s[0] for s in theirs.path]
        assert all(
            abs(a - b) < 0.01
            for s, t in zip(shifted, theirs.path, strict=True)
            for a, b in zip(s[1:], t[1:], strict=True)
        )


def test_the_contents_list_every_section_and_subsection_once(content: str) -> None:
    report = report_of(content)
    listed = [
        item.alt
        for s in brochure_of(content).sheets
        if s.name.startswith("contents")
        for item in s.items
        if isinstance(item, Link)
    ]
    titles = [part.title for section in report.sections for part in (section, *section.subsections)]
    assert len([alt for alt in listed if not alt.startswith(("一览", "导语", "荣誉", "数据索引"))]) == len(
        titles
    )


def test_contents_of_thirty_sections_run_over_pages_without_losing_one(tmp_path: Path) -> None:
    text = "---\ntitle: 三十个部分\n---\n\n导语。\n\n"
    text += "".join(
        f"# 部分{i}\n\n引言。\n\n" + "".join(f"## 小节{i}之{j}\n\n正文。\n\n" for j in range(4))
        for i in range(30)
    )
    (tmp_path / "report.md").write_text(text, encoding="utf-8")
    document = plan_brochure(load_report(tmp_path), load_theme(), fonts())
    pages = [sheet for sheet in document.sheets if sheet.name.startswith("contents")]
    links = [item.alt for sheet in pages for item in sheet.items if isinstance(item, Link)]
    assert len(pages) > 1
    assert len(links) == 1 + 30 + 120
    for page in pages:
        assert all(ink(box).bottom <= grid.FOLIO_Y + mm(6) for box in boxes(page) if box.lines)


def test_long_section_titles_stand_whole_in_the_contents(tmp_path: Path) -> None:
    title = "健全覆盖全民、统筹城乡、公平统一、安全规范、可持续的多层次社会保障体系"
    text = "".join(f"# {i}{title}\n\n引言。\n\n## 养老\n\n正文。\n\n" for i in range(10))
    (tmp_path / "report.md").write_text(f"---\ntitle: 标题\n---\n\n甲。\n\n{text}", encoding="utf-8")
    document = plan_brochure(load_report(tmp_path), load_theme(), fonts())
    (page,) = [sheet for sheet in document.sheets if sheet.name.startswith("contents")]
    shown = [box for box in boxes(page) if title[:10] in box.text]
    assert [box.text.replace("\n", "") for box in shown] == [f"{i}{title}" for i in range(10)]
    inks = [ink(box) for box in boxes(page) if box.role == "contents"]
    assert [pair for pair in combinations(inks, 2) if pair[0].overlaps(pair[1], 1.0)] == []


def test_a_picture_stays_on_the_page_of_its_text(tmp_path: Path) -> None:
    Image.new("RGB", (900, 600)).save(tmp_path / "甲.png")
    prose = "坚持以人民为中心，把群众满意不满意作为检验工作的标准。" * 28
    block = "::: picture {file=甲.png alt=义诊 credit=摄影某某}\n:::"
    text = f"# 民生\n\n## 义诊\n\n{prose}\n\n{block}\n"
    (tmp_path / "report.md").write_text(f"---\ntitle: 标题\n---\n\n甲。\n\n{text}", encoding="utf-8")
    document = plan_brochure(load_report(tmp_path), load_theme(), fonts())
    (page,) = [s for s in document.sheets if any(isinstance(i, PictureItem) for i in s.items)]
    (image,) = [item for item in page.items if isinstance(item, PictureItem)]
    (credit,) = [box for box in boxes(page) if box.text == "摄影某某"]
    assert page.title == "义诊"
    assert prose[-20:] in words(page).replace("\n", "")
    assert mm(60) < image.rect.height < mm(110)
    assert credit.rect.y >= image.rect.bottom
    assert image.rect.width / image.rect.height == pytest.approx(1.5)


def test_the_themes_indent_and_strictness_reach_the_page() -> None:
    loose = replace(load_theme(), typography=Typography(indent=0.0, strict=False))
    document = plan_brochure(report_of("extremes"), loose, fonts())
    assert {paragraph.indent for paragraph in _body(document)} == {0.0}
    assert {paragraph.indent for paragraph in _body(brochure_of("extremes"))} == {0.0, 2.0}
    assert not _begun_by_strokes(brochure_of("extremes"))
    narrow = Typesetter(loose, fonts(), Cache()).paragraph("一二三四五——六七", "body")
    assert len(Typesetter(loose, fonts(), Cache()).lay((narrow,), 5.01 * 11).lines[0].text) == 5
    assert len(Typesetter(load_theme(), fonts(), Cache()).lay((narrow,), 5.01 * 11).lines[0].text) == 4


def _body(document: Document) -> list[StyledParagraph]:
    texts = [box for sheet in document.sheets for box in boxes(sheet) if box.role == "body"]
    return [paragraph for box in texts for paragraph in box.paragraphs if paragraph.align == "justify"]


def _begun_by_strokes(document: Document) -> list[str]:
    lines = [line for sheet in document.sheets for box in boxes(sheet) for line in box.lines[1:]]
    assert lines
    return [line.text for line in lines if line.text[:1] in ("—", "…")]


def test_columns_of_body_text_side_by_side_share_their_baselines() -> None:
    pairs = [
        (left, right)
        for sheet in brochure_of("extremes").sheets
        for left, right in combinations([box for box in boxes(sheet) if box.role == "body"], 2)
        if left.paragraphs[0].leading == right.paragraphs[0].leading
        and left.rect.y < right.rect.bottom
        and right.rect.y < left.rect.bottom
    ]
    assert pairs
    for left, right in pairs:
        apart = left.rect.y + left.lines[0].baseline - right.rect.y - right.lines[0].baseline
        steps = apart / left.paragraphs[0].leading
        assert abs(steps - round(steps)) < 0.001


def test_headings_and_captions_are_balanced_and_end_on_more_than_one_character(content: str) -> None:
    for sheet in brochure_of(content).sheets:
        for box in boxes(sheet):
            if box.role in ("title", "heading", "caption", "quote", "label") and len(box.lines) > 1:
                wrapped = len(box.lines) > sum(paragraph.text.count("\n") + 1 for paragraph in box.paragraphs)
                assert not wrapped or all(paragraph.balance for paragraph in box.paragraphs), box.text
                assert not wrapped or len(box.lines[-1].text.strip()) > 1, box.text


def points_of(shape: Shape) -> Iterator[tuple[float, float]]:
    """Points along the path, about one in a millimetre."""
    here = (0.0, 0.0)
    for segment in shape.path:
        values = [value for value in segment[1:] if isinstance(value, float | int)]
        ends = list(zip(values[::2], values[1::2], strict=True))
        corners = [here, *ends]
        steps = (
            1 + int(sum(math.dist(*pair) for pair in pairwise(corners)) / mm(1)) if segment[0] in "LC" else 0
        )
        for i in range(1, steps + 1):
            level = corners
            while len(level) > 1:  # de Casteljau; a line is a curve of two points
                level = [
                    (a[0] + (b[0] - a[0]) * i / steps, a[1] + (b[1] - a[1]) * i / steps)
                    for a, b in pairwise(level)
                ]
            yield level[0]
        here = ends[-1] if ends else here


@pytest.mark.parametrize("title", ["温暖厚实", "扎实推进更高水平的平安建设 坚决守牢不发生系统性风险底线"])
def test_no_ring_of_an_opener_runs_through_its_title(title: str, tmp_path: Path) -> None:
    text = "".join(f"# {title}{i}\n\n引言。\n\n## 养老\n\n正文。\n\n" for i in range(3))
    (tmp_path / "report.md").write_text(f"---\ntitle: 标题\n---\n\n甲。\n\n{text}", encoding="utf-8")
    document = plan_brochure(load_report(tmp_path), load_theme(), fonts())
    page = next(sheet for sheet in document.sheets if sheet.name == "opener-3")
    rings = [item for item in page.items if isinstance(item, Shape) and item.name.startswith("rings")]
    titles = [ink(box) for box in boxes(page) if box.role == "title"]
    assert rings
    assert titles
    for ring in rings:
        assert not any(title.contains(Rect(x, y, 0, 0)) for x, y in points_of(ring) for title in titles)


@pytest.mark.parametrize("trim", [None, (mm(210), mm(297)), (mm(285), mm(420))])
def test_no_line_of_an_ornament_runs_through_a_folio(content: str, trim: tuple[float, float] | None) -> None:
    checked = 0
    for sheet in trimmed(brochure_of(content), trim, Edges.all(mm(3))).sheets:
        folios = [item for item in sheet.items if isinstance(item, TextBox) and item.role == "folio"]
        lines = [item for item in sheet.items if isinstance(item, Shape) and item.stroke and not item.fill]
        for box in folios:
            (run,) = [run for line in box.lines for run in line.runs]
            left, base = box.rect.x + run.x, box.rect.y + run.y
            figures = Rect(left, base - 9, run.width, 9)
            for shape in lines:
                checked += 1
                shown = figures if shape.clip is None else figures.intersection(shape.clip)
                crossed = [
                    (x, y)
                    for x, y in points_of(shape)
                    if shown.x < x < shown.right and shown.y < y < shown.bottom
                ]
                assert not crossed, f"{shape.name} on {sheet.name}"
    assert checked


def test_a_block_taller_than_a_page_is_told_at_its_heading(tmp_path: Path) -> None:
    items = "、".join(f"[项目{i}]{{.item in=游}}" for i in range(90))
    text = f"---\ntitle: 标题\n---\n\n甲。\n\n# 部分\n\n## 小节\n\n{items}等游玩。\n\n::: panels {{heads=游}}\n:::\n"
    (tmp_path / "report.md").write_text(text, encoding="utf-8")
    with pytest.raises(ReportgenError) as caught:
        plan_brochure(load_report(tmp_path), load_theme(), fonts())
    (problem,) = caught.value.problems
    assert problem.message.zh == "“小节”有一块内容高于一页，放不下"
    assert problem.place == Place(f"{tmp_path}/report.md", 9, 4)


def test_figures_of_many_sections_stand_clear_of_each_other_at_a_glance(tmp_path: Path) -> None:
    sections = "".join(f"# 部分{i}\n\n完成[{i + 3}个]{{#f{i} label=指标{i}}}项目。\n\n" for i in range(40))
    text = f"---\ntitle: 标题\n---\n\n总量达[479.5亿元]{{#gdp .hero label=总量}}。\n\n{sections}"
    (tmp_path / "report.md").write_text(text, encoding="utf-8")
    document = plan_brochure(load_report(tmp_path), load_theme(), fonts())
    (glance,) = (sheet for sheet in document.sheets if sheet.name == "glance")
    placed = [item.rect for item in glance.items if isinstance(item, TextBox)]
    assert len(placed) > 24  # heads, numerals and labels of a dozen sections
    assert max(rect.bottom for rect in placed) < mm(285)
    assert not [pair for pair in combinations(placed, 2) if pair[0].overlaps(pair[1], 1.0)]
