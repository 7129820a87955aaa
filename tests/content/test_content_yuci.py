"""The Yuci report says what the article says, word for word, and marks every number of it."""

import re
from pathlib import Path

import pytest

from reportgen.content import check_report, load_report
from reportgen.model.report import Report

ROOT = Path(__file__).parents[2]
ARTICLE = tuple((Path(__file__).parent / "article.txt").read_text("utf-8").splitlines())
NAMES_AND_DATES = ("2024", "108")  # 截至2024年, 108国道


@pytest.fixture(scope="module")
def yuci() -> Report:
    return load_report(ROOT / "content" / "yuci")


def test_its_text_is_the_article(yuci: Report) -> None:
    assert tuple(paragraph.text for paragraph in yuci.paragraphs()) == ARTICLE


def test_it_has_a_lead_three_sections_and_nine_subsections(yuci: Report) -> None:
    assert len(yuci.lead) == 1
    assert [len(section.subsections) for section in yuci.sections] == [3, 3, 3]
    assert yuci.title == "坚定不移促发展 人民生活节节高"
    assert yuci.title_lines == ("坚定不移促发展", "人民生活节节高")


def test_it_marks_its_figures_and_honours(yuci: Report) -> None:
    assert len(yuci.figures) == 24
    assert len(yuci.honours) == 17
    assert yuci.signature == "industry"


def test_every_digit_run_of_the_article_is_marked_or_a_name_or_date(yuci: Report) -> None:
    unmarked = [
        number
        for paragraph in yuci.paragraphs()
        for span in paragraph.spans
        if not span.marked("figure")
        for number in re.findall(r"\d+(?:\.\d+)?", span.text)
    ]
    assert tuple(unmarked) == NAMES_AND_DATES


def test_every_figure_stands_verbatim_in_its_sentence(yuci: Report) -> None:
    text = "\n".join(ARTICLE)
    for figure in yuci.figures:
        assert figure.text in figure.clause
        assert figure.clause in figure.sentence
        assert figure.sentence in text


def test_what_honours_say_stands_in_the_article(yuci: Report) -> None:
    text = "\n".join(ARTICLE)
    for honour in yuci.honours:
        assert all(words in text for words in (honour.text, honour.level, honour.status, honour.holder))


def test_its_headings_are_those_of_the_article(yuci: Report) -> None:
    assert [(section.title, section.title_lines) for section in yuci.sections] == [
        ("新质生产力动能澎湃", ("新质生产力", "动能澎湃")),
        ("城乡融合格局一新", ("城乡融合", "格局一新")),
        ("民生福祉温暖厚实", ("民生福祉", "温暖厚实")),
    ]
    assert [sub.title for section in yuci.sections for sub in section.subsections] == [
        "立足强一产 “特优”名片愈发闪亮",
        "聚焦稳二产，“跨越”势头更加强劲",
        "突出进三产，“活力”画卷跃然眼前",
        "城市能级实现历史性跃升",
        "乡村振兴谱写突破性华章",
        "校地融合闯出示范性新路",
        "民生保障充满温情质感",
        "安全防线筑得更牢",
        "治理效能实现系统提升",
    ]


def test_nothing_in_it_needs_a_second_look(yuci: Report) -> None:
    findings = (*yuci.warnings, *check_report(yuci))
    assert [problem.message.zh for problem in findings if problem.severity != "note"] == []


def test_every_passage_has_points_or_rows_for_the_slides(yuci: Report) -> None:
    for section in yuci.sections:
        for sub in section.subsections:
            keys = {span.place for p in sub.body for span in p.spans if span.marked("key")}
            assert keys, sub.title
