"""Tables as spreadsheets write them: read whole, or told at the cell."""

from pathlib import Path

import pytest

from reportgen.content import load_report
from reportgen.errors import Message, Problem, ReportgenError
from reportgen.model.report import Chart, DataTable, Report
from reportgen.toml_places import read_toml

HEAD = "---\ntitle: 标题\n---\n\n"


def report_of(folder: Path, table: str | bytes, text: str = "各镇情况见表。", kind: str = "bars") -> Report:
    (folder / "data").mkdir()
    (folder / "data" / "t.csv").write_bytes(table if isinstance(table, bytes) else table.encode())
    box = (
        f"::: chart {{kind={kind} table=t.csv title=各镇情况}}\n:::"
        if kind
        else "::: table {data=t.csv}\n:::"
    )
    (folder / "report.md").write_text(f"{HEAD}{text}\n\n各镇情况见表。\n\n{box}\n", encoding="utf-8")
    return load_report(folder)


def table_of(folder: Path, table: str | bytes) -> DataTable:
    return report_of(folder, table, kind="").tables[0]


def values_of(folder: Path, table: str | bytes, kind: str = "bars") -> list[float]:
    (chart,) = (part for part in report_of(folder, table, kind=kind).components() if isinstance(part, Chart))
    return [datum.value for datum in chart.spec.data]


def problems_of(folder: Path, table: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(ReportgenError) as caught:
        report_of(folder, table)
    return caught.value.problems


@pytest.mark.parametrize(
    ("table", "places", "words", "hint"),
    [
        ('镇,增速\n甲,"3,5"\n乙,"12,75"\n', ["2:3", "3:3"], "的逗号不是三位一隔", "小数点写作 3.5"),
        ("镇,增速\n甲,12.5%\n乙,8.6%\n丙,0.086\n", ["4:3"], "有的带 %，有的不带：“0.086”", "整列都写 %"),
        ("镇,增速\n甲,0.12\n乙,8.6％\n丙,0.086\n", ["3:3"], "有的带 %，有的不带：“8.6％”", "整列都写 %"),
        ("镇\t增速\n甲\t12.5\n", ["1:2"], "用制表符分隔", "CSV UTF-8"),
        ("镇，增速\n甲，12.5\n", ["1:2"], "用全角逗号分隔", "CSV UTF-8"),
        ("镇;增速\n甲;12.5\n", ["1:2"], "用分号分隔", "CSV UTF-8"),
        ("镇,增速\n甲,一二\n乙,3\n", ["2:3"], "“一二”不是数", "改成数字"),
        ("镇,增速\n甲,1e999\n乙,3\n", ["2:3"], "“1e999”不是数", "改成数字"),
    ],
)
def test_a_cell_that_cannot_be_right_is_refused_at_its_place(
    tmp_path: Path, table: str, places: list[str], words: str, hint: str
) -> None:
    found = problems_of(tmp_path, table)
    assert [str(problem.place).rsplit("t.csv:", 1)[-1] for problem in found] == places
    for problem in found:
        assert words in problem.message.zh
        assert problem.hint is not None
        assert hint in problem.hint.zh


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("镇,增速\n甲,１２．５％\n乙,8.6％\n", [12.5, 8.6]),
        ("镇,产值\n甲,1.25E+3\n乙,2e2\n", [1250, 200]),
        ('镇,产值\n甲,"1,250"\n乙,"12,345,678.5"\n', [1250, 12345678.5]),
        ('镇,产值\n甲,"１，２５０"\n乙,3\n', [1250, 3]),
        ("镇,产值\n甲,5 %\n乙,3\u00a0%\n", [5, 3]),
    ],
)
def test_a_number_of_a_spreadsheet_is_read(tmp_path: Path, table: str, values: list[float]) -> None:
    assert values_of(tmp_path, table) == values


def test_negative_cells_keep_their_sign(tmp_path: Path) -> None:
    table = "年份,增速\n2021,-1.5\n2022,−2.5\n2023,－3.5\n2024,–4.5\n2025,+5.5\n"
    assert values_of(tmp_path, table, "line") == [-1.5, -2.5, -3.5, -4.5, 5.5]


def test_a_line_break_in_a_header_is_no_space_between_chinese_characters(tmp_path: Path) -> None:
    table = table_of(tmp_path, '年份,"产值\n（亿元）","R&D\nspending"\n2023,12.5,3\n2024,13.6,4\n')
    assert table.header == ("年份", "产值（亿元）", "R&D spending")
    assert table.rows == (("2023", "12.5", "3"), ("2024", "13.6", "4"))


def test_empty_columns_and_rows_at_the_end_are_left_out(tmp_path: Path) -> None:
    table = table_of(tmp_path, "# 单位: 亿元,,,\n年份,产值,,\n2023,12.5,,\n2024,,,\n,,,\n")
    assert (table.unit, table.header) == ("亿元", ("年份", "产值"))
    assert table.rows == (("2023", "12.5"), ("2024", ""))


def test_places_behind_a_broken_cell_are_right(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, '年份,"产值\n（亿元）"\n2023,无\n2024,3\n')
    assert str(problem.place).endswith("t.csv:3:6")


@pytest.mark.parametrize(
    ("rows", "totals"),
    [
        ("甲,12.5\n乙,13.5\n合计,26\n", (2,)),
        ("总 计,26\n甲,12.5\n乙,13.5\n", (0,)),
        ("甲,1\n乙,2\n小计,3\n丙,4\n总计,7\n", (2, 4)),
        ("甲,12.5\n乙,13.5\n全区,26\n", (2,)),
        ("甲,6.1\n乙,5.8\n全区,6.0\n", ()),
        ("甲,12.5\n乙,13.5\n", ()),
        ("会计,12.5\n统计,13.5\n", ()),
    ],
)
def test_a_row_that_sums_up_the_others_is_known(tmp_path: Path, rows: str, totals: tuple[int, ...]) -> None:
    assert table_of(tmp_path, "镇,产值\n" + rows).totals == totals


def test_a_table_in_gbk_is_read_and_told(tmp_path: Path) -> None:
    report = report_of(tmp_path, "镇,产值\n城关镇,12.5\n东阳镇,13.5\n".encode("gbk"), kind="")
    assert report.tables[0].rows == (("城关镇", "12.5"), ("东阳镇", "13.5"))
    assert [(problem.message.zh, problem.severity) for problem in report.warnings] == [
        ("这张表是 GBK 编码，已照此读出", "note")
    ]


def test_a_byte_amiss_in_utf8_is_not_taken_for_gbk(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "镇,产值\n城关镇,12.5\n东阳镇,1".encode() + b"\xb0\xa13.5\n")
    assert problem.message.zh == "不是 UTF-8 编码"


def test_a_report_in_gbk_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_bytes(f"{HEAD}各镇情况平稳。\n".encode("gbk"))
    with pytest.raises(ReportgenError) as caught:
        load_report(tmp_path)
    assert caught.value.problems[0].message.zh == "不是 UTF-8 编码，像是 GBK"


def test_a_toml_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "printer.toml"
    path.write_bytes("\ufeffname = '某某印务'\n".encode())
    assert read_toml(path, Message("文件", "file")).values == {"name": "某某印务"}


@pytest.mark.parametrize(
    ("text", "table", "told"),
    [
        ("产值[12.5亿元]{#a label=产值 asof=2024}。", "年份,产值（亿元）\n2023,12.5\n2024,13.6\n", ["3:6"]),
        ("2024年产值[12.5亿元]{#a label=产值}。", "年份,产值（亿元）\n2023,12.5\n2024,13.6\n", ["3:6"]),
        ("2024年产值[12.5亿元]{#a label=产值}。", "指标,2023年,2024年\n产值,12.5,13.6\n税收,1,2\n", ["2:9"]),
        ("产值[12.5亿元]{#a series=产值 label=甲镇}。", "镇,产值（亿元）\n甲镇,13.5\n乙镇,12.5\n", ["2:4"]),
        ("产值[13.6亿元]{#a label=产值 asof=2024}。", "年份,产值（亿元）\n2023,12.5\n2024,13.62\n", []),
        ("产值[超12亿元]{#a label=产值 asof=2024}。", "年份,产值（亿元）\n2023,12.5\n2024,13.6\n", []),
        ("产值[12.5亿元]{#a label=产值}。", "年份,产值（亿元）\n2023,12.5\n2024,13.6\n", []),
        ("产值[12.5亿元]{#a label=产值 asof=2024}。", "年份,产值（万元）\n2023,12.5\n2024,125000\n", []),
        ("2024年产值[下降3.5%]{#a label=产值}。", "年份,产值（%）\n2023,2.5\n2024,-3.5\n", []),
    ],
)
def test_a_cell_that_contradicts_the_text_is_told(
    tmp_path: Path, text: str, table: str, told: list[str]
) -> None:
    found = [p for p in report_of(tmp_path, table, text, kind="").warnings if "表里是" in p.message.zh]
    assert [str(problem.place).rsplit("t.csv:", 1)[-1] for problem in found] == told
    assert all(problem.severity == "warning" for problem in found)
