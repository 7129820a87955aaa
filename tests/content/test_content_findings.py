"""What ``check`` says of a valid report."""

from pathlib import Path

import pytest

from reportgen.content import check_report, figures_table, load_report
from reportgen.errors import Problem

HEAD = "---\ntitle: 标题\nnames: [108国道]\n---\n\n"


def findings(folder: Path, text: str) -> tuple[Problem, ...]:
    (folder / "report.md").write_text(HEAD + text + "\n", encoding="utf-8")
    report = load_report(folder)
    return (*report.warnings, *check_report(report))


@pytest.mark.parametrize(
    ("text", "severity", "words"),
    [
        ("新增就业3200人。", "warning", "数字“3200”没有标注"),
        ("增长4.96%。", "warning", "数字“4.96%”没有标注"),
        ("斩获两项桂冠。", "note", "“两”没有标注"),
        ("占到八成。", "note", "“八成”没有标注"),
        ("截至2024年。", "note", "“2024”作日期或时间"),
        ("会议于10:30开始。", "note", "“10:30”作日期或时间"),
        ("支持108国道改线。", "note", "“108”是名称的一部分"),
        ("推进5G建设。", "note", "“5”是名称的一部分"),
        ("创成4A级景区。", "note", "“4”是名称的一部分"),
        ("新建学校6所。", "warning", "数字“6”没有标注"),
        ("装机500kW。", "warning", "数字“500”没有标注"),
        ("“4321”工程。", "note", "“4321”是名称的一部分"),
        ("第五个园区。", "note", "“五”是名称的一部分"),
    ],
)
def test_an_unmarked_number_is_listed_for_what_it_is(
    tmp_path: Path, text: str, severity: str, words: str
) -> None:
    first, count = findings(tmp_path, text)
    assert first.severity == severity
    assert words in first.message.zh
    assert first.place is not None
    assert (first.place.line, count.severity) == (6, "note")


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("外转人次下降[18.7%]{#a label=外转人次}。", "“外转人次 18.7%”单独看，看不出是“下降”"),
        ("投资增长了[12%]{#a label=投资}。", "“投资 12%”单独看，看不出是“增长”"),
        ("外转人次[下降18.7%]{#a label=外转人次}。", None),
        ("投资增长[12%]{#a label=投资增速}。", None),
        ("死亡率降至[1.92‰]{#a label=死亡率}。", None),
        ("外转人次下降[18.7%]{#a .inline label=外转人次}。", None),
    ],
)
def test_a_change_that_a_callout_would_show_as_a_level_is_told(
    tmp_path: Path, text: str, alone: str | None
) -> None:
    told = [problem for problem in findings(tmp_path, text) if "单独看" in problem.message.zh]
    assert [(problem.message.zh, problem.severity) for problem in told] == (
        [(alone, "warning")] if alone else []
    )


def test_a_label_in_full_width_quotes_is_told(tmp_path: Path) -> None:
    first = findings(tmp_path, "新增床位[1260张]{#a label=“新增床位”}。")[0]
    assert (first.severity, first.message.zh) == ("warning", "名称会连引号一起印出：“新增床位”")
    assert first.hint is not None
    assert first.hint.zh == '引号用半角：label="新增床位"'
    named = findings(tmp_path, "“长征”指数[12点]{#a label=“长征”}。")
    assert not any("引号" in problem.message.zh for problem in named)


@pytest.mark.parametrize("text", ["一个园区。", "百亿千兆基地。", "一批企业。", "千万工程。"])
def test_words_that_count_nothing_are_not_listed(tmp_path: Path, text: str) -> None:
    assert len(findings(tmp_path, text)) == 1


def test_marked_and_unmarked_numbers_are_counted(tmp_path: Path) -> None:
    found = findings(tmp_path, "2024年就业[3200人]{#a label=就业}、学校6所，产值[8亿元]{#b label=产值}。")
    assert found[-1].message.zh == "已标数字 2 个，未标 1 个，名称和日期 1 个"
    assert [str(problem.place).rsplit(":", 1)[-1] for problem in found[:2]] == ["1", "31"]


def test_half_width_punctuation_is_a_warning_with_its_place(tmp_path: Path) -> None:
    found = findings(tmp_path, "甲,乙。")
    assert (found[0].severity, found[0].message.zh) == ("warning", "汉字之间的半角“,”，应为“，”")
    assert str(found[0].place).endswith("report.md:6:2")


def test_a_label_taken_from_the_clause_is_noted(tmp_path: Path) -> None:
    first, *_ = findings(tmp_path, "全年新增就业达到[3200人]{#a}，好。")
    assert (first.severity, first.message.zh) == ("note", "没有写名称，取“全年新增就业”")


def test_a_long_point_is_noted(tmp_path: Path) -> None:
    first, *_ = findings(tmp_path, "[" + "长" * 26 + "]{.key}。")
    assert first.message.zh.startswith("要点有 26 字")


def test_a_label_of_other_words_is_noted(tmp_path: Path) -> None:
    first, *_ = findings(tmp_path, "就业[3200人]{#a label=岗位总量}。")
    assert first.message.zh == "名称“岗位总量”不全是原文的字句"


def test_a_number_of_an_authors_own_words_is_a_warning(tmp_path: Path) -> None:
    text = '甲[3个]{#a label=甲 note="共7类"}乙[4个]{#b label=乙}。\n\n::: chart {kind=bars figures="a b" title=甲 note="以2020年为准"}\n:::'
    warnings = [problem for problem in findings(tmp_path, text) if problem.severity == "warning"]
    assert [problem.message.zh for problem in warnings] == [
        "“共7类”里的 7 原文没有",
        "“以2020年为准”里的 2020 原文没有",
    ]


def test_the_figures_table_has_a_row_for_each_figure_and_says_where_it_is_used(tmp_path: Path) -> None:
    text = '甲[突破3亿元]{#a label=甲}乙[4亿元]{#b label=乙}。\n\n::: chart {kind=bars figures="a b" title=甲}\n:::\n\n::: stats {figures=a}\n:::'
    (tmp_path / "report.md").write_text(HEAD + text + "\n", encoding="utf-8")
    assert figures_table(load_report(tmp_path)) == (
        ("a", "突破3", "亿元", "甲", "甲突破3亿元乙4亿元。", "chart:bars stats", "3", "level"),
        ("b", "4", "亿元", "乙", "甲突破3亿元乙4亿元。", "chart:bars", "4", "level"),
    )
