"""Tables written in the text with bars: read like those of CSV files, shown in every output, one error for a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import fonts

from reportgen.content import load_report
from reportgen.errors import ReportgenError
from reportgen.layout.brochure.plan import plan_brochure
from reportgen.layout.slides.plan import plan_deck
from reportgen.model.report import Report, Table
from reportgen.model.sheet import TableItem
from reportgen.omissions import omissions
from reportgen.themes import load_theme

ROWS = "|项目|数量|\n|---|---:|\n|步道|12|\n|球场|8|"
BEFORE = 8  # lines of the report before the table


def told(tmp_path: Path, table: str) -> Report:
    text = f"---\ntitle: 标题\n---\n\n# 清单\n\n项目如下。\n\n{table}\n"
    (tmp_path / "report.md").write_text(text, encoding="utf-8")
    return load_report(tmp_path)


def table_of(report: Report) -> Table:
    (table,) = (part for part in report.components() if isinstance(part, Table))
    return table


def test_header_and_rows_are_read_without_the_alignment_row(tmp_path: Path) -> None:
    report = told(tmp_path, ROWS)
    table = table_of(report)
    assert table.table.header == ("项目", "数量")
    assert table.table.rows == (("步道", "12"), ("球场", "8"))
    assert (table.title, table.table.unit, table.table.source) == ("", "", "")
    assert table.place is not None
    assert table.place.line == BEFORE + 1
    assert [paragraph.text for paragraph in report.paragraphs()] == ["项目如下。"]


@pytest.mark.parametrize(
    ("written", "title", "unit", "source"),
    [
        (f"单位：个\n\n{ROWS}", "", "个", ""),
        (f"（单位：个）\n{ROWS}\n来源：某局", "", "个", "某局"),
        (f"标题：上半年项目\n单位：个\n{ROWS}\n\n资料来源：某局", "上半年项目", "个", "某局"),
        (f"表1 上半年项目\n\n单位：个\n\n{ROWS}", "表1 上半年项目", "个", ""),
        (f"::: table {{title=项目如下}}\n单位：个\n{ROWS}\n来源：某局\n:::", "项目如下", "个", "某局"),
    ],
)
def test_lines_beside_it_say_title_unit_and_source(
    written: str, title: str, unit: str, source: str, tmp_path: Path
) -> None:
    report = told(tmp_path, written)
    table = table_of(report)
    assert (table.title, table.table.unit, table.table.source) == (title, unit, source)
    assert len(table.table.rows) == 2
    assert [paragraph.text for paragraph in report.paragraphs()] == ["项目如下。"]


def test_a_figure_marked_in_a_cell_is_a_figure(tmp_path: Path) -> None:
    written = ROWS.replace("12", "[12公里]{#path}").replace("|球场|8|", "|2024|[8片]{#courts label=球场}|")
    report = told(tmp_path, written)
    figure = report.figure("path")
    assert (figure.label, report.figure("courts").clause) == ("步道", "2024、8片")
    assert (figure.numeral, figure.display_unit, figure.sentence) == ("12", "公里", "步道　12公里")
    assert (figure.place.line, figure.section) == (BEFORE + 3, 0)
    assert table_of(report).table.rows[0] == ("步道", "12公里")


def test_a_chart_draws_it_by_its_number(tmp_path: Path) -> None:
    chart = "::: chart {kind=bars table=表1 y=数量 title=项目如下}\n:::"
    report = told(tmp_path, f"单位：个\n\n{ROWS}\n\n{chart}")
    (spec,) = (part.spec for part in report.components() if not isinstance(part, Table))  # type: ignore[union-attr]
    assert [(datum.label, datum.value) for datum in spec.data] == [("步道", 12.0), ("球场", 8.0)]


def test_every_output_shows_it(tmp_path: Path) -> None:
    report = told(tmp_path, f"单位：个\n\n{ROWS}\n来源：某局")
    for document in (
        plan_brochure(report, load_theme(), fonts()),
        plan_deck(report, load_theme(), fonts()),
    ):
        (item,) = (item for sheet in document.sheets for item in sheet.items if isinstance(item, TableItem))
        assert [[cell.text for cell in row] for row in item.rows] == [
            ["项目", "数量"],
            ["步道", "12"],
            ["球场", "8"],
        ]
        assert omissions(document, report, "") == ()


@pytest.mark.parametrize(
    ("written", "line", "said"),
    [
        ("|项目|数量|\n|步道|12|\n|球场|8|", 1, "|---|"),
        ("|项目|数量|\n|---|\n|步道|12|", 1, "|---|"),
        ("|项目|数量|\n|---|---|\n|步道|12|\n|球场|8|片|\n|书屋|", 4, "3 cells"),
        ("|项目|数量|\n|---|---|\n|步道|12|\n正文接着写", 4, "1 cells"),
        ("|项目|项目|\n|---|---|\n|步道|12|", 1, "named"),
        ("|项目|数量|\n|---|---|", 1, "at least one row"),
        (f"::: table\n{ROWS}\n\n另一段话。\n:::", 7, "only one table"),
        (f"::: table {{data=t.csv}}\n{ROWS}\n:::", 1, "names another"),
        (f"::: speaker\n{ROWS}\n:::", 2, "paragraphs only"),
    ],
)
def test_a_bad_table_is_one_error(written: str, line: int, said: str, tmp_path: Path) -> None:
    with pytest.raises(ReportgenError) as caught:
        told(tmp_path, written)
    (problem,) = caught.value.problems
    assert problem.place is not None
    assert problem.place.line == BEFORE + line
    assert said in problem.message.en
    assert problem.hint is not None
