"""Pages with room to spare: parts set large, rows and ornament taller, tables over pages, pages joined or left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from samples import brochure_of, fonts

from reportgen.charts.fit import natural_height
from reportgen.content import load_report
from reportgen.layout.brochure import grid
from reportgen.layout.brochure.paginate import BodyPage, PagePart
from reportgen.layout.brochure.plan import plan_brochure
from reportgen.layout.brochure.spacing import STRIP_HEIGHT, spacing, well_filled
from reportgen.layout.parts.frame import Frame
from reportgen.layout.parts.rows import Row, elastic
from reportgen.lengths import mm
from reportgen.model.sheet import ChartItem, Document, Shape, Sheet, TableItem, TextBox
from reportgen.themes import load_theme
from reportgen.typeset.chart_words import ChartWords

MOST_EMPTY = 0.3  # of the live area, below the last item of a body page


def row(height: float, gap: float = 10.0) -> Row:
    return Row(Frame(100, height, ()), gap)


def page(*parts: PagePart) -> BodyPage:
    return BodyPage(0, parts)


def planned(folder: Path, text: str, **tables: str) -> Document:
    (folder / "data").mkdir(exist_ok=True)
    for name, rows in tables.items():
        (folder / "data" / f"{name}.csv").write_text(rows, encoding="utf-8")
    (folder / "report.md").write_text(
        f"---\ntitle: 标题\n---\n\n甲。\n\n# 部分\n\n乙。\n\n{text}", encoding="utf-8"
    )
    return plan_brochure(load_report(folder), load_theme(), fonts())


def body_of(document: Document) -> Sheet:
    (sheet,) = (sheet for sheet in document.sheets if sheet.name.startswith("body"))
    return sheet


def lowest(sheet: Sheet) -> float:
    """Where the last item of the page ends that is not furniture."""
    bottoms = [0.0]
    for item in sheet.items:
        if isinstance(item, TextBox):
            if item.role not in ("folio", "running") and item.lines:
                bottoms.append(item.rect.y + max(line.top + line.height for line in item.lines))
        elif isinstance(item, Shape):
            if item.clip is None:
                bottoms.append(max(s[k] for s in item.path for k in range(2, len(s), 2)))  # type: ignore[type-var]
        else:
            bottoms.append(item.rect.bottom)
    return max(bottoms)


def test_no_body_page_of_any_content_stands_a_third_empty(content: str) -> None:
    pages = [sheet for sheet in brochure_of(content).sheets if sheet.name.startswith(("body", "lead"))]
    for sheet in pages:
        assert grid.LIVE_BOTTOM - lowest(sheet) < MOST_EMPTY * grid.LIVE_HEIGHT, sheet.name


def test_a_part_is_set_large_only_on_a_page_that_would_stand_half_empty() -> None:
    large = (row(300),)
    assert well_filled(page(PagePart(0, (row(200),), large=lambda: large))).parts[0].rows == large
    full = (row(grid.LIVE_HEIGHT - mm(40)),)
    assert well_filled(page(PagePart(0, full, large=lambda: large))).parts[0].rows == full
    too_tall = (row(grid.LIVE_HEIGHT + 1),)
    assert well_filled(page(PagePart(0, (row(200),), large=lambda: too_tall))).parts[0].rows == (row(200),)


def test_rows_grow_by_no_more_than_the_page_has_to_spare() -> None:
    growing = elastic(lambda extra: Frame(100, 300 + min(extra, 400), ()), 10.0)
    grown = well_filled(page(PagePart(0, (growing,))))
    assert 300 < grown.height < 300 + 400
    assert spacing(grown).strip == pytest.approx(STRIP_HEIGHT)
    small = well_filled(page(PagePart(0, (replace(growing, grow=lambda extra: row(320)),))))
    assert small.height == 320


def test_ornament_takes_what_gaps_and_rows_leave() -> None:
    alone, pair = page(PagePart(0, (row(150),))), page(PagePart(0, (row(150),)), PagePart(1, (row(150),)))
    assert spacing(alone).strip > STRIP_HEIGHT + mm(50)
    assert spacing(pair).band > mm(60)
    assert spacing(alone).top + alone.height < grid.LIVE_BOTTOM
    assert not spacing(page(PagePart(0, (row(grid.LIVE_HEIGHT - 5),)))).strip


def test_two_numbers_alone_on_a_page_stand_side_by_side_and_large(tmp_path: Path) -> None:
    text = "## 投资\n\n实施项目[23个]{#a label=项目}，投资[1.9亿元]{#b label=投资}，[要素跟着项目走]{.key}，一件一件抓落实。\n"
    sheet = body_of(planned(tmp_path, text))
    numerals = [item for item in sheet.items if isinstance(item, TextBox) and item.role == "numeral"]
    assert [box.text for box in numerals] == ["23个", "1.9亿元"]
    assert numerals[0].rect.y == numerals[1].rect.y
    assert all(max(run.style.size for line in box.lines for run in line.runs) >= 80 for box in numerals)
    (said,) = [item for item in sheet.items if isinstance(item, TextBox) and item.role == "quote"]
    assert said.text == "要素跟着项目走"


@pytest.mark.parametrize(
    ("words", "size"),
    [("真抓实干，久久为功。", 22.0), ("真抓实干，久久为功。" * 5, 17.0), ("真抓实干，久久为功。" * 40, 11.0)],
)
def test_few_words_alone_on_a_page_stand_in_larger_type(words: str, size: float, tmp_path: Path) -> None:
    text, *_ = by_role(body_of(planned(tmp_path, f"## 投资\n\n{words}\n")), "body")
    assert {run.style.size for line in text.lines for run in line.runs} == {size}


@pytest.mark.parametrize(("count", "size"), [(7, 110.0), (8, 80.0), (10, 62.0)])
def test_callouts_alone_on_the_last_page_of_a_long_text_are_enlarged_alike(
    count: int, size: float, tmp_path: Path
) -> None:
    figures = "".join(f"新增[{i + 3}个]{{#f{i} label=项目{i}}}，" for i in range(count))
    document = planned(tmp_path, f"## 投资\n\n{'坚持真抓实干，一年接着一年干。' * 50}{figures}久久为功。\n")
    first, last = (sheet for sheet in document.sheets if sheet.name.startswith("body"))
    assert len(by_role(first, "numeral")) + len(by_role(last, "numeral")) == count
    sizes = [
        max(run.style.size for line in box.lines for run in line.runs) for box in by_role(last, "numeral")
    ]
    assert set(sizes) == {size}


def test_callouts_beside_a_text_below_a_woven_field_stay_on_its_page_or_go_below_the_text(
    tmp_path: Path,
) -> None:
    figures = "".join(f"，新增[{i + 3}个]{{#f{i} label=项目{i}}}" for i in range(5))
    ratio = '[5.2:43.6:51.2]{#r label=结构 parts="一产 二产 三产" unit=%}'
    text = f"## 结构\n\n三次产业结构为{ratio}{figures}，一年接着一年干。\n\n::: chart {{kind=waffle figure=r}}\n:::\n"
    document = planned(tmp_path, text)
    pages = [sheet for sheet in document.sheets if sheet.name.startswith("body")]
    said = [
        box.text for sheet in pages for box in by_role(sheet, "numeral") if box.block.startswith("figure:f")
    ]
    assert said == [f"{i + 3}个" for i in range(5)]
    assert all(lowest(sheet) <= grid.LIVE_BOTTOM + 1 for sheet in pages)
    assert not by_role(pages[-1], "title") or len(pages) == 1


def test_honours_left_alone_on_a_page_stand_large_under_each_other(tmp_path: Path) -> None:
    honours = "".join(f"，获评[国家级示范区第{n}号]{{.honour level=国家级 status=获评}}" for n in "甲乙丙")
    ratio = '[5.2:43.6:51.2]{#r label=结构 parts="一产 二产 三产" unit=%}'
    figures = "".join(f"，新增[{i + 3}个]{{#f{i} label=项目{i}}}" for i in range(5))
    text = (
        f"## 结构\n\n三次产业结构为{ratio}{figures}{honours}。\n\n::: chart {{kind=waffle figure=r}}\n:::\n"
    )
    pages = [s for s in planned(tmp_path, text).sheets if s.name.startswith("body")]
    shown = [box for sheet in pages for box in by_role(sheet, "body") if box.block.startswith("honour:")]
    assert len(shown) == 3
    below = [box for box in by_role(pages[-1], "body") if box.block.startswith("honour:")]
    sizes = {run.style.size for box in below for line in box.lines for run in line.runs}
    assert sizes == {17.0}


def test_a_phrase_that_is_most_of_its_text_is_not_said_again(tmp_path: Path) -> None:
    sheet = body_of(planned(tmp_path, "## 投资\n\n[要素跟着项目走]{.key}，真抓实干。\n"))
    assert not [item for item in sheet.items if isinstance(item, TextBox) and item.role == "quote"]


def test_a_phrase_that_names_an_honour_shown_is_not_said_again(tmp_path: Path) -> None:
    text = "[获评[国家级生态示范区]{.honour level=国家级 status=获评}]{.key}，干部群众备受鼓舞，[久久为功]{.key}，[一年接着一年干]{.key}。"
    sheet = body_of(planned(tmp_path, f"## 生态\n\n{text}\n"))
    assert [box.text for box in by_role(sheet, "quote")] == ["一年接着一年干"]


@pytest.mark.parametrize(("kind", "figure"), [("dial", "15分钟"), ("rings", "八成"), ("cells", "八成")])
def test_a_small_chart_alone_grows_with_its_words(kind: str, figure: str, tmp_path: Path) -> None:
    text = f"## 便民\n\n建成[{figure}]{{#a label=便民}}，就近可办。\n\n::: chart {{kind={kind} figure=a title=便民}}\n:::\n"
    (chart,) = (i for i in body_of(planned(tmp_path, text)).items if isinstance(i, ChartItem))
    assert chart.rect.width == grid.HALF_WIDTH
    assert chart.rect.height == pytest.approx(
        2 * natural_height(chart.spec, grid.HALF_WIDTH, ChartWords(fonts(), load_theme().colour("ink-text")))
    )


def test_a_section_diagram_alone_grows_and_still_opens_its_page(tmp_path: Path) -> None:
    text = "## 换电\n\n[海拔900米以下]{#a label=煤改电}全部完成。\n\n::: chart {kind=level figure=a}\n:::\n"
    sheet = body_of(planned(tmp_path, text))
    (title,) = by_role(sheet, "title")
    assert title.rect.y > grid.LIVE_TOP + mm(120)


def test_a_chart_alone_with_few_words_is_enlarged(tmp_path: Path) -> None:
    text = "## 农机\n\n出动农机[320台]{#a label=春耕}、[410台]{#b label=秋收}。\n\n"
    text += '::: chart {kind=columns figures="a b" title=农机}\n:::\n'
    (chart,) = (i for i in body_of(planned(tmp_path, text)).items if isinstance(i, ChartItem))
    assert chart.rect.width == grid.HALF_WIDTH
    assert chart.rect.height > mm(100)


def test_a_long_table_runs_over_pages_each_with_its_head_and_no_row_lost(tmp_path: Path) -> None:
    rows = "# 标题: 清单\n# 来源: 某局\n项目,投资（万元）,进度\n" + "".join(
        f"第{i}号工程,{100 + i},完工\n" for i in range(60)
    )
    document = planned(tmp_path, "## 全部\n\n都在这里。\n\n::: table {data=清单.csv}\n:::\n", 清单=rows)
    tables = [item for sheet in document.sheets for item in sheet.items if isinstance(item, TableItem)]
    cells = [["".join(line.text for line in row[0].lines) for row in table.rows] for table in tables]
    assert [part[0] for part in cells] == ["项目"] * len(tables)
    assert [name for part in cells for name in part[1:]] == [f"第{i}号工程" for i in range(60)]
    assert len(tables) == 3
    assert all(table.rect.bottom <= grid.LIVE_BOTTOM for table in tables)
    assert len({table.columns for table in tables}) == 1
    words = [i.text for sheet in document.sheets for i in sheet.items if isinstance(i, TextBox)]
    assert [words.count(text) for text in ("清单", "清单（续）", "资料来源：某局")] == [1, 2, 1]


def test_words_behind_a_column_of_numbers_keep_clear_of_it(tmp_path: Path) -> None:
    rows = "项目,投资,进度\n甲,1200,完工\n乙,90,开工\n丙,7,开工\n"
    document = planned(
        tmp_path, "## 全部\n\n都在这里。\n\n::: table {data=表.csv}\n:::\n", 表="# 标题: 表\n" + rows
    )
    (table,) = [item for sheet in document.sheets for item in sheet.items if isinstance(item, TableItem)]
    number, word = table.rows[1][1].lines[0], table.rows[1][2].lines[0]
    assert table.columns[1] + word.x - (number.x + number.width) > mm(6)


def by_role(sheet: Sheet, role: str) -> list[TextBox]:
    return [item for item in sheet.items if isinstance(item, TextBox) and item.role == role]


def test_few_figures_stand_beside_the_lead_and_leave_the_index_room_for_notes(tmp_path: Path) -> None:
    text = "---\ntitle: 标题\n---\n\n支出[41.2亿元]{#a label=支出}，账目公开。\n\n# 部分\n\n引言。\n\n## 小节\n\n正文。\n"
    (tmp_path / "report.md").write_text(text, encoding="utf-8")
    sheets = {
        sheet.name: sheet for sheet in plan_brochure(load_report(tmp_path), load_theme(), fonts()).sheets
    }
    assert "glance" not in sheets
    assert [box.text for box in by_role(sheets["foreword-1"], "numeral")] == ["41.2亿元"]
    assert [box.text for box in by_role(sheets["index-1"], "title")] == ["数据索引", "采访札记"]


@pytest.mark.parametrize(("figures", "held"), [(3, True), (14, False)])
def test_a_longer_index_leaves_notes_to_a_page_of_their_own(figures: int, held: bool, tmp_path: Path) -> None:
    said = "".join(f"，新增[{i + 3}个]{{#f{i} label=项目{i}}}" for i in range(figures))
    text = f"---\ntitle: 标题\n---\n\n甲{said}。\n\n# 部分\n\n乙。\n"
    (tmp_path / "report.md").write_text(text, encoding="utf-8")
    sheets = {
        sheet.name: sheet for sheet in plan_brochure(load_report(tmp_path), load_theme(), fonts()).sheets
    }
    titles = [box.text for box in by_role(sheets["index-1"], "title")]
    assert ("采访札记" in titles) == held
    assert "notes-1" in sheets


@pytest.mark.parametrize(("sections", "width"), [(1, mm(54)), (2, mm(84)), (3, mm(54))])
def test_one_or_two_sections_share_the_width_of_the_figures_at_a_glance(
    sections: int, width: float, tmp_path: Path
) -> None:
    parts = "".join(
        f"# 部分{i}\n\n项目[{i + 3}个]{{#a{i} label=项目}}，改造[{i + 20}户]{{#b{i} label=改造}}，新增[{i + 40}所]{{#c{i} label=学校}}。\n\n"
        for i in range(sections)
    )
    (tmp_path / "report.md").write_text(
        f"---\ntitle: 标题\n---\n\n投资[9亿元]{{#h label=投资}}。\n\n{parts}", encoding="utf-8"
    )
    document = plan_brochure(load_report(tmp_path), load_theme(), fonts())
    (glance,) = (sheet for sheet in document.sheets if sheet.name == "glance")
    _, *numerals = [box for box in by_role(glance, "numeral") if box.block.startswith("figure:")]
    assert {round(box.rect.width, 3) for box in numerals} == {round(width, 3)}
    left = min(box.rect.x for box in numerals)
    assert max(box.rect.right for box in numerals) - left == pytest.approx(grid.TYPE_AREA, abs=1)
    assert len({(box.rect.x, box.rect.y) for box in numerals}) == 3 * sections


def displayed(sheet: Sheet) -> str:
    words = ("quote", "numeral", "label")
    return "\n".join(
        "".join(line.text for line in box.lines) for role in words for box in by_role(sheet, role)
    )


def test_an_interlude_says_what_the_pages_beside_it_do_not(content: str) -> None:
    sheets = brochure_of(content).sheets
    for before, sheet, behind in zip(sheets, sheets[1:], sheets[2:], strict=False):
        if sheet.name.startswith("interlude"):
            (said,) = by_role(sheet, "quote")
            words = "".join(line.text for line in said.lines)
            assert words not in displayed(before) + displayed(behind), sheet.name


def test_figures_and_verdicts_stand_below_the_lead_as_many_as_it_leaves_room_for(tmp_path: Path) -> None:
    said = "".join(f"[指标{i}]{{.honour status=居前{i}}}居前{i}，" for i in range(4))
    for times, shown in ((1, 2), (9, 1)):
        prose = "全镇上下一条心，办成了一批多年想办没有办成的事。" * times
        text = f"---\ntitle: 标题\n---\n\n{prose}{said}投资[1.2亿元]{{#a label=投资}}，受益[3.6万人]{{#b label=受益}}。\n"
        (tmp_path / "report.md").write_text(text, encoding="utf-8")
        sheets = plan_brochure(load_report(tmp_path), load_theme(), fonts()).sheets
        page = next(sheet for sheet in sheets if sheet.name == "foreword-1")
        (lead,) = [box for box in by_role(page, "body") if box.block == "lead"]
        numerals = by_role(page, "numeral")
        assert len(numerals) == 2
        assert min(box.rect.y for box in numerals) > lead.rect.bottom
        assert sum(box.text.startswith("居前") for box in by_role(page, "body")) == shown
        assert not [sheet for sheet in sheets if sheet.name.startswith("wall")], "the lead's stand beside it"
