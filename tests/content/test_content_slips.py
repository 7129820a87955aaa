"""Slips of Markdown and of charts beyond the plain ones: each is answered with place, words and a hint."""

from pathlib import Path

import pytest

from reportgen.content import load_report
from reportgen.errors import Problem, ReportgenError
from reportgen.model.report import Stats

HEAD = "---\ntitle: 标题\n---\n\n"
FILES = {
    "gap.csv": "年份,产值\n2015,1\n2020,2\n2021,3\n",
    "back.csv": "年份,产值\n2023,1\n2022,2\n2021,3\n",
    "units.csv": "年份,产值（亿元）,企业（家）\n2021,1,2\n2022,2,3\n2023,3,4\n",
    "two.csv": "# 标题: 表\n年份,甲,乙\n2021,1,2\n2022,2,3\n",
    "blank.csv": "# 标题: 表\n年份,产值\n2021,1\n2022,\n2023,3\n",
    "quoted.csv": '年份,"产值\n2021,1\n',
    "noname.csv": "年份,\n2021,1\n",
    "remark.csv": "# 说明: 甲\n年份,产值\n2021,1\n",
    "many.csv": "年份,产值\n" + "".join(f"甲{i},{i}\n" for i in range(13)),
}
# what it is, the text below the head (from line 5), line and column, words of the message
SLIPS = (
    ("a heading without a space", "甲。\n\n#部分", "7:1", "# 后面缺一个空格"),
    ("a picture in Markdown", "甲![图](a.png)。", "5:2", "图片不能写在正文段落里"),
    ("a link in Markdown", "甲[网站](https://a.cn)。", "5:2", "正文里不能用链接"),
    ("an HTML tag", "甲<b>乙</b>。", "5:2", "正文里不能用 HTML"),
    ("a comment within a line", "甲<!-- 乙 -->丙。", "5:2", "正文里不能用 HTML"),
    ("a comment that never ends", "甲。\n\n<!-- 乙", "7:1", "正文里不能用 HTML"),
    ("backticks", "甲`乙`丙。", "5:2", "正文里不能用反引号"),
    ("a table in Markdown", "| 甲 | 乙 |\n| 丙 | 丁 |", "5:1", "这张表读不出"),
    ("a closing without a container", "甲。\n\n:::", "7:1", "这个 ::: 没有要结束的容器"),
    ("full-width colons before a container", "甲。\n\n：：：quote\n", "7:1", "容器应以三个半角冒号开头"),
    ("two colons before a container", "甲。\n\n:: quote\n", "7:1", "容器应以三个半角冒号开头"),
    ("full-width braces", "甲[3个]｛#a｝。", "5:6", "花括号是全角的"),
    ("full-width brackets", "甲【3个】{#a}。", "5:6", "花括号前面没有方括号"),
    ("an indented new paragraph", "甲乙。\n　　丙丁。", "6:1", "这一行像是新的一段"),
    ("a container in a container", "甲。\n\n:::: speaker\n::: stats {figures=a}\n:::\n::::", "8:1", "容器里不能再有"),
    ("a figure in a figure", "甲[3[5个]{#b}]{#a}。", "5:4", "数字里不能再标数字"),
    ("a verb outside a row", "[打通]{.verb}断头路。", "5:1", "动词不在清单行里"),
    ("hero without an id", "甲[3个]{.hero}。", "5:7", ".hero 只用于数字"),
    ("words of another sentence", "甲镇好。获评[示范县]{.honour holder=甲镇}。", "5:21", "“甲镇”不是这句话里的字句"),
    ("a mark in a note", "甲。\n\n::: speaker\n乙[丙]{.key}。\n:::", "8:2", "提示和口径里不能标注"),
    ("the same component twice", "[甲]{.quote}。\n\n::: quote\n:::\n\n::: quote\n:::", "10:1", "这一节已有“::: quote”"),
    ("a group left out", "甲乙有[丙]{.item in=甲}[丁]{.item in=乙}。\n\n::: panels {heads=甲}\n:::", "7:13", "没有列在 heads 里"),
    ("a figure named twice", "甲[3个]{#a}乙[4个]{#b}。\n\n::: stats {figures=\"a a\"}\n:::", "7:12", "“a”写了两次"),
    ("a cut axis", "甲[3个]{#a}乙[4个]{#b}。\n\n::: chart {kind=bars figures=\"a b\" title=甲 ymin=2}\n:::", "7:44", "不能截断"),
    ("columns of a table in a whole", "甲。\n\n::: chart {kind=stacked table=two.csv}\n:::", "7:1", "只画一组数，这里有 2 组"),
    ("a lone share in a whole", "甲[91%]{#a}。\n\n::: chart {kind=doughnut figure=a title=甲}\n:::", "7:1", "占比图至少要两部分"),
    ("a range in a chart", "甲[3至5个]{#a}乙[4个]{#b}。\n\n::: chart {kind=bars figures=\"a b\" title=甲}\n:::", "7:22", "画不成一个值"),
    ("a doubling in a chart", "甲[翻一番]{#a}乙[4倍]{#b}。\n\n::: chart {kind=bars figures=\"a b\" title=甲}\n:::", "7:22", "画不成一个值"),
    ("a chart without a title", "甲[3个]{#a}乙[4个]{#b}。\n\n::: chart {kind=bars figures=\"a b\"}\n:::", "7:1", "图没有标题"),
    ("squares of unlike things", "甲[3户]{#a}乙[4部]{#b}。\n\n::: chart {kind=units figures=\"a b\" title=甲}\n:::", "7:1", "不同单位"),
    ("a dial of no minutes", "甲[15个]{#a}。\n\n::: chart {kind=dial figure=a}\n:::", "7:1", "表盘只画 60 分钟以内"),
    ("uneven time on a line", "甲。\n\n::: chart {kind=line table=gap.csv title=甲}\n:::", "7:1", "时点间隔不等"),
    ("time running backwards", "甲。\n\n::: chart {kind=line table=back.csv title=甲}\n:::", "7:1", "时点间隔不等"),
    ("columns of unlike units", "甲。\n\n::: chart {kind=line table=units.csv title=甲}\n:::", "7:1", "不同单位：亿元、家"),
    ("two series in bars", "甲。\n\n::: chart {kind=bars table=two.csv}\n:::", "7:1", "只画一组数，这里有 2 组"),
    ("too many bars", "甲。\n\n::: chart {kind=bars table=many.csv title=甲}\n:::", "7:1", "至多 12 条"),
    ("groups that do not match", "甲[3个]{#a series=甲 label=一}乙[4个]{#b series=乙 label=二}。\n\n::: chart {kind=grouped figures=\"a b\" title=甲}\n:::", "7:25", "各组的名称不一致"),
    ("a table's title of other words", "甲。\n\n::: table {data=two.csv title=丁}\n:::", "7:25", "“丁”不是原文里的字句"),
)  # fmt: skip
IN_TABLES = (
    ("blank.csv", "chart {kind=columns table=blank.csv}", "4:6", "“产值”列里有空格"),
    ("quoted.csv", "table {data=quoted.csv}", "1:4", "引号没有成对"),
    ("noname.csv", "table {data=noname.csv}", "1:4", "有一列没有列名"),
    ("remark.csv", "table {data=remark.csv}", "1:1", "这一行说明的写法不对"),
)


def problems_of(folder: Path, text: str) -> tuple[Problem, ...]:
    (folder / "data").mkdir()
    for name, table in FILES.items():
        (folder / "data" / name).write_text(table, encoding="utf-8")
    (folder / "report.md").write_text(HEAD + text + "\n", encoding="utf-8")
    with pytest.raises(ReportgenError) as caught:
        load_report(folder)
    return caught.value.problems


@pytest.mark.parametrize(
    ("text", "place", "words"), [row[1:] for row in SLIPS], ids=[row[0] for row in SLIPS]
)
def test_a_slip_is_named_with_its_place(tmp_path: Path, text: str, place: str, words: str) -> None:
    problems = problems_of(tmp_path, text)
    assert all(problem.hint is not None for problem in problems)
    found = [problem for problem in problems if words in problem.message.zh]
    assert [str(problem.place) for problem in found][:1] == [f"{tmp_path.as_posix()}/report.md:{place}"]


@pytest.mark.parametrize(
    "chart",
    ["{kind=stacked table=two.csv}", "{kind=doughnut figure=a title=甲}"],
    ids=["two series", "one part"],
)
def test_a_chart_of_the_wrong_form_is_told_once(tmp_path: Path, chart: str) -> None:
    assert len(problems_of(tmp_path, f"甲[91%]{{#a}}。\n\n::: chart {chart}\n:::")) == 1


@pytest.mark.parametrize("between", [" ", ",", "，", "、", ", "])
def test_ids_are_listed_with_spaces_or_commas(tmp_path: Path, between: str) -> None:
    text = f'甲[3个]{{#a}}乙[4个]{{#b}}。\n\n::: stats {{figures="a{between}b"}}\n:::'
    (tmp_path / "report.md").write_text(HEAD + text, encoding="utf-8")
    (stats,) = load_report(tmp_path).lead_components
    assert isinstance(stats, Stats)
    assert stats.figures == ("a", "b")


@pytest.mark.parametrize(("name", "box", "place", "words"), IN_TABLES)
def test_a_slip_in_a_table_is_placed_in_its_file(
    tmp_path: Path, name: str, box: str, place: str, words: str
) -> None:
    (problem,) = problems_of(tmp_path, f"甲。\n\n::: {box}\n:::")
    assert str(problem.place) == f"{tmp_path.as_posix()}/data/{name}:{place}"
    assert words in problem.message.zh
    assert problem.hint is not None


def test_a_picture_that_breaks_off_is_refused(tmp_path: Path) -> None:
    image = pytest.importorskip("PIL.Image")
    image.effect_noise((64, 64), 50).save(tmp_path / "甲.png")
    whole = (tmp_path / "甲.png").read_bytes()
    (tmp_path / "甲.png").write_bytes(whole[: len(whole) // 2])
    (problem,) = problems_of(tmp_path, "甲。\n\n::: picture {file=甲.png alt=甲}\n:::")
    assert "不完整或已损坏" in problem.message.zh


def test_a_pipe_in_place_of_a_report_is_not_waited_for(tmp_path: Path) -> None:
    os = pytest.importorskip("os")
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(tmp_path / "report.md")
    with pytest.raises(ReportgenError) as caught:
        load_report(tmp_path)
    assert "不是普通文件" in caught.value.problems[0].message.zh
