"""The Yuci report says what the article says, word for word, and marks every number of it."""

import re
from pathlib import Path

import pytest

from reportgen.content import load_report
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
