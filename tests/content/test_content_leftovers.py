"""What word processors leave in a text: read where it is plain, else an error with the mended line."""

import re
from pathlib import Path

import pytest

from reportgen.checking import fix_folder
from reportgen.content import fix_text, load_report
from reportgen.errors import Problem, ReportgenError
from reportgen.model.report import Report

HEAD = "---\ntitle: 标题\n---\n\n"


def report_of(folder: Path, text: str) -> Report:
    (folder / "report.md").write_text(HEAD + text + "\n", encoding="utf-8")
    return load_report(folder)


def problems_of(folder: Path, text: str) -> tuple[Problem, ...]:
    with pytest.raises(ReportgenError) as caught:
        report_of(folder, text)
    return caught.value.problems


def strong(report: Report) -> list[str]:
    spans = [span for paragraph in report.paragraphs() for span in paragraph.spans]
    return [span.text for span in spans if span.marked("strong")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**周某：**感谢提问。", ["周某："]),
        ("这件事**办得好，**群众都看得见。", ["办得好，"]),
        ("他说**“好”**，大家说**（好）**吧。", ["“好”", "（好）"]),
        ("会议**强调，**要**《办法》**先行。", ["强调，", "《办法》"]),
        ("**问：**这个**数字**呢？", ["问：", "数字"]),
        ("增长**10%**，好。", ["10%"]),
        ("**甲**乙**丙**", ["甲", "丙"]),
        ("**English** and **more**.", ["English", "more"]),
    ],
)
def test_emphasis_works_beside_chinese_punctuation(tmp_path: Path, text: str, words: list[str]) -> None:
    report = report_of(tmp_path, text)
    assert strong(report) == words
    assert "*" not in "".join(paragraph.text for paragraph in report.paragraphs())


@pytest.mark.parametrize(
    ("text", "column"),
    [("甲**乙丙。", 2), ("甲乙** 丙。", 3), ("面积5*3米。", 4), ("甲__乙。", 2), ("**甲：*乙。", 1)],
)
def test_a_mark_of_emphasis_that_stays_is_an_error(tmp_path: Path, text: str, column: int) -> None:
    found = problems_of(tmp_path, text)
    assert str(found[0].place).endswith(f"report.md:5:{column}")
    assert found[0].hint is not None
    assert "**文字**" in found[0].hint.zh


@pytest.mark.parametrize(
    ("line", "mended", "words"),
    [
        ("＃ 产业发展", "# 产业发展", "井号是全角的"),
        ("＃＃工业提质", "## 工业提质", "井号是全角的"),
        ("#＃ 工业提质", "## 工业提质", "井号是全角的"),
        ("一、聚力产业升级", "# 聚力产业升级", "像是标题"),
        ("十二、办好民生实事", "# 办好民生实事", "像是标题"),
        ("（一）改造老厂", "# 改造老厂", "像是标题"),
        ("　　（二）改造老厂", "# 改造老厂", "像是标题"),
    ],
)
def test_a_heading_of_word_is_an_error_with_the_mended_line(
    tmp_path: Path, line: str, mended: str, words: str
) -> None:
    text = f"甲。\n\n{line}\n\n乙。"
    found = problems_of(tmp_path, text)
    assert words in found[0].message.zh
    assert str(found[0].place).endswith(f"report.md:7:{len(line) - len(line.lstrip()) + 1}")
    assert found[0].hint is not None
    assert f"写作 {mended}；" in found[0].hint.zh
    report = report_of(
        tmp_path,
        text.replace(line, mended) if not mended.startswith("##") else f"甲。\n\n# 部\n\n{mended}\n\n乙。",
    )
    assert report.sections


@pytest.mark.parametrize(
    "text",
    [
        "一、二、三产业齐头并进",
        "一、要抓紧。",
        "（一）这是一句完整的话。",
        "一、有话要说：",
        "第一、第二批次",
        "一、前半句，后半句；还有。",
    ],
)
def test_a_sentence_is_no_heading(tmp_path: Path, text: str) -> None:
    assert report_of(tmp_path, text).lead[0].text == text


def test_numbered_lines_of_a_note_are_no_headings(tmp_path: Path) -> None:
    report = report_of(tmp_path, "甲。\n\n::: speaker\n一、先说产业\n:::")
    assert report.lead_speaker[0].text == "一、先说产业"


@pytest.mark.parametrize(
    ("text", "words", "mended"),
    [
        ("甲&nbsp;乙。", "“&nbsp;”", "甲 乙。"),
        ("甲&mdash;乙。", "“&mdash;”", "甲—乙。"),
        ("甲&#8220;乙&#8221;。", "“&#8220;”", "甲“乙”。"),
        (r"甲1\~2个。", r"“\~”", "甲1~2个。"),
        (r"甲\*乙\#。", r"“\*”", "甲*乙#。"),
    ],
)
def test_code_of_other_formats_is_an_error_and_mended(
    tmp_path: Path, text: str, words: str, mended: str
) -> None:
    found = problems_of(tmp_path, text)
    assert words in found[0].message.zh
    assert found[0].hint is not None
    assert fix_text(text)[0] == mended


def test_check_fix_mends_the_file_and_leaves_a_mended_one_alone(tmp_path: Path) -> None:
    text = f"{HEAD}工作平稳,有序。\n\n一、聚力产业升级\n全区产业&nbsp;加快。\n\n（一）改造老厂\n\n改造\u200b有序。\n\n＃ 民生\n\n办好。\n"
    (tmp_path / "report.md").write_text(text, encoding="utf-8")
    assert fix_folder(tmp_path) == 6
    report = load_report(tmp_path)
    assert [section.title for section in report.sections] == ["聚力产业升级", "民生"]
    assert [sub.title for sub in report.sections[0].subsections] == ["改造老厂"]
    assert report.lead[0].text == "工作平稳，有序。"
    assert fix_folder(tmp_path) == 0


def test_invisible_characters_are_removed_and_told(tmp_path: Path) -> None:
    report = report_of(tmp_path, "甲\u200b乙\u2060丙[3\u200c00亿元]{#a label=产值}，好[很多]{.key}。")
    assert report.lead[0].text == "甲乙丙300亿元，好很多。"
    told = [problem for problem in report.warnings if "看不见" in problem.message.zh]
    assert [re.sub(r".*:5:", "", str(problem.place)) for problem in told] == ["2", "4", "8"]
    assert {problem.severity for problem in told} == {"note"}
    assert "U+200B" in told[0].message.zh


def test_places_behind_an_invisible_character_are_those_of_the_file(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "甲\u200b乙[很多]{#a}。")
    assert str(problem.place).endswith("report.md:5:4")


def test_loose_accents_are_composed_and_told(tmp_path: Path) -> None:
    report = report_of(tmp_path, "Cafe\u0301甲。")
    assert report.lead[0].text == "Caf\u00e9甲。"
    (told,) = report.warnings
    assert "已与字母合成" in told.message.zh
    assert str(told.place).endswith("report.md:5:5")


def test_a_joined_emoji_stays_whole(tmp_path: Path) -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert report_of(tmp_path, f"甲{family}乙。").lead[0].text == f"甲{family}乙。"


def test_a_tab_is_read_as_a_space(tmp_path: Path) -> None:
    assert report_of(tmp_path, "制表\t符。").lead[0].text == "制表 符。"


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("全区工作\n平稳推进。", "全区工作平稳推进。"),
        ("the quick\nbrown fox", "the quick brown fox"),
        ("推进 \n建设 5G\n网络", "推进建设 5G网络"),
        ("**强调：**\n感谢", "强调：感谢"),
    ],
)
def test_lines_of_a_paragraph_join_as_their_script_asks(tmp_path: Path, lines: str, joined: str) -> None:
    assert report_of(tmp_path, lines).lead[0].text == joined
