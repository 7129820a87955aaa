"""A figure knows which way it goes: from its own words, or from those of its clause."""

from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.content import check_report, load_report
from reportgen.errors import ReportgenError
from reportgen.model.report import Figure, Report

HEAD = "---\ntitle: 标题\n---\n\n"


def report_of(folder: Path, text: str) -> Report:
    (folder / "report.md").write_text(HEAD + text + "\n", encoding="utf-8")
    return load_report(folder)


def figure_of(folder: Path, text: str) -> Figure:
    return report_of(folder, text).figures[-1]


# the clause, signed value, direction, kind, the words that say so
CLAUSES = (
    ("外转人次下降[18.7%]{#a label=甲}。", "-18.7", "fall", "change", "下降"),
    ("外转人次[下降18.7%]{#a label=甲}。", "-18.7", "fall", "change", "下降"),
    ("生猪存栏比上年减少了[2.1万头]{#a label=甲}。", "-2.1", "fall", "change", "减少"),
    ("同比增长约[8.7%]{#a label=甲}。", "8.7", "rise", "change", "增长"),
    ("材料减少[近六成]{#a label=甲}。", "-0.6", "fall", "change", "减少"),
    ("增速比一季度回落[0.4个百分点]{#a label=甲}。", "-0.4", "fall", "change", "回落"),
    ("增速高于全省[0.7个百分点]{#a label=甲}。", "0.7", "", "difference", "高于全省"),
    ("比全国平均低[0.7个百分点]{#a label=甲}。", "-0.7", "", "difference", "比全国平均低"),
    ("死亡率降至[1.92‰]{#a label=甲}。", "1.92", "level", "level", "降至"),
    ("死亡率减少到[1.92‰]{#a label=甲}。", "1.92", "level", "level", "减少到"),
    ("年限提高到[80.3岁]{#a label=甲}。", "80.3", "level", "level", "提高到"),
    ("产量稳定在[3.8亿斤以上]{#a label=甲}。", "3.8", "level", "level", "稳定在"),
    ("最低气温零下[12℃]{#a label=甲}。", "-12", "level", "level", "零下"),
    ("增速为负[3.2%]{#a label=甲}。", "-3.2", "fall", "change", "负"),
    ("由上年同期亏损[2.6亿元]{#a label=甲}转为盈利。", "-2.6", "level", "level", "亏损"),
    ("一季度转为增长[3.4%]{#a label=甲}。", "3.4", "turned", "change", "转为增长"),
    ("年均增速分别达到[4.96%]{#a label=甲}和6.22%。", "4.96", "rise", "change", "增速"),
    ("年均增速分别达到4.96%和[6.22%]{#a label=甲}。", "6.22", "rise", "change", "增速"),
    ("煤、油、气分别下降5.6%、4.1%、[3.2%]{#a label=甲}。", "-3.2", "fall", "change", "下降"),
    ("保持[8.7%]{#a label=甲}的增长。", "8.7", "rise", "change", "增长"),
    ("录得[5.6%]{#a label=甲}的降幅。", "-5.6", "fall", "change", "降幅"),
    ("同比增长[-3.2%]{#a label=甲}。", "-3.2", "fall", "change", "增长"),
    ("加快[12个]{#a label=甲}重点项目建设。", "12", "", "level", ""),
    ("提升[63个]{#a label=甲}老旧小区。", "63", "", "level", ""),
    ("减少[12个]{#a label=甲}环节。", "-12", "fall", "change", "减少"),
    ("亏损[12家]{#a label=甲}企业。", "12", "", "level", ""),
    ("增速居全省第[2位]{#a label=甲}。", "2", "", "level", ""),
    ("增速第[2位]{#a label=甲}。", "2", "", "level", ""),
    ("空气质量优于二级标准[285天]{#a label=甲}。", "285", "", "level", ""),
    ("每升[7.5元]{#a label=甲}。", "7.5", "", "level", ""),
    ("肩负[3项]{#a label=甲}任务。", "3", "", "level", ""),
    ("企业减负[12亿元]{#a label=甲}。", "12", "", "level", ""),
    ("用电量同比[+3.2%]{#a label=甲}。", "3.2", "rise", "change", ""),
    ("平均气温偏高[1.2℃]{#a label=甲}。", "1.2", "", "difference", "偏高"),
    ("完成投资[12亿元]{#a label=甲}，增长8%。", "12", "", "level", ""),
    ("工业增加值[33.2亿元]{#a label=甲}。", "33.2", "", "level", ""),
    ("增长面[84.2%]{#a label=甲}。", "84.2", "", "level", ""),
    ("高质量发展提速，建成[6所]{#a label=甲}。", "6", "", "level", ""),
)


@pytest.mark.parametrize(("text", "signed", "direction", "kind", "word"), CLAUSES)
def test_the_clause_gives_direction_and_sign(
    tmp_path: Path, text: str, signed: str, direction: str, kind: str, word: str
) -> None:
    figure = figure_of(tmp_path, text)
    assert figure.signed == Decimal(signed)
    assert (figure.quantity.direction, figure.kind, figure.quantity.word) == (direction, kind, word)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("减少碳排放[3万吨]{#a label=碳排放}。", "从“减少”看不出“3万吨”"),
        ("价格变动[3%]{#a label=价格}。", "看不出“3%”"),
        ("投资同比[3%]{#a label=投资}。", "看不出“3%”"),
        ("同比下降[-3%]{#a label=价格}。", "从“下降-3”看不出“-3%”"),
    ],
)
def test_what_the_grammar_leaves_open_is_asked_with_its_place(tmp_path: Path, text: str, words: str) -> None:
    asked = [problem for problem in report_of(tmp_path, text).warnings if "看不出" in problem.message.zh]
    assert [(words in problem.message.zh, problem.severity) for problem in asked] == [(True, "warning")]
    assert str(asked[0].place).endswith(f"report.md:5:{text.index('[') + 1}")


@pytest.mark.parametrize(
    ("direction", "signed", "kind"),
    [("rise", "3", "change"), ("fall", "-3", "change"), ("level", "3", "level")],
)
def test_the_author_answers_with_direction(tmp_path: Path, direction: str, signed: str, kind: str) -> None:
    report = report_of(tmp_path, f"减少碳排放[3万吨]{{#a label=碳排放 direction={direction}}}。")
    assert not [problem for problem in report.warnings if "看不出" in problem.message.zh]
    (figure,) = report.figures
    assert (figure.quantity.direction, figure.signed, figure.kind) == (direction, Decimal(signed), kind)


def test_an_unknown_direction_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReportgenError) as caught:
        report_of(tmp_path, "排放[3万吨]{#a label=排放 direction=up}。")
    (problem,) = caught.value.problems
    assert problem.message.zh == "未知的方向“up”"
    assert str(problem.place).endswith("report.md:5:21")


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("最低气温零下[12℃]{#a label=最低气温}。", "[零下12℃]"),
        ("价格上涨[0.9%]{#a label=价格}。", "[上涨0.9%]"),
        ("增速为负[3.2%]{#a label=财政收入增速}。", "[负3.2%]"),
        ("资产负债率下降[5.3个百分点]{#a label=资产负债率}。", "[下降5.3个百分点]"),
        ("降水量减少[5.3毫米]{#a label=降水量}。", "[减少5.3毫米]"),
        ("增速回落[0.4个百分点]{#a label=增速变化}。", "[回落0.4个百分点]"),
        ("增长高于全省[0.7个百分点]{#a label=生产总值}。", "[高于全省0.7个百分点]"),
        ("占比比上年收窄了[0.7个百分点]{#a label=占比}。", "[收窄了0.7个百分点]"),
        ("由上年亏损[2.6亿元]{#a label=企业}转为盈利。", "[亏损2.6亿元]"),
    ],
)
def test_a_number_that_does_not_say_its_direction_alone_is_told_and_the_hint_works(
    tmp_path: Path, text: str, mark: str
) -> None:
    told = [problem for problem in check_report(report_of(tmp_path, text)) if "单独看" in problem.message.zh]
    assert [problem.severity for problem in told] == ["warning"]
    assert told[0].hint is not None
    assert mark in told[0].hint.zh
    mended = report_of(tmp_path, f"甲为{mark}{{#a label=甲}}。")
    assert mended.figures[0].quantity.says_direction


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("0399-2100066", "是电话号码"),
        ("19:40", "是钟点"),
        ("2025年", "是日期"),
        ("1951年以来最大", "是日期"),
        ("零死亡", "没有数出什么"),
        ("5A级", "是名称"),
        ("126户384间", "读不出数量"),
    ],
)
def test_what_is_no_quantity_is_refused_with_the_reason_and_what_to_do(
    tmp_path: Path, mark: str, words: str
) -> None:
    with pytest.raises(ReportgenError) as caught:
        report_of(tmp_path, f"甲为[{mark}]{{#a label=甲}}。")
    (problem,) = caught.value.problems
    assert words in problem.message.zh
    assert problem.hint is not None
    assert ("各标一处" in problem.hint.zh) == (mark == "126户384间")


def test_with_names_for_its_parts_a_time_is_a_ratio(tmp_path: Path) -> None:
    figure = figure_of(tmp_path, '甲乙为[20:30]{#a label=比例 parts="甲 乙"}。')
    assert figure.quantity.kind == "ratio"
