"""Labels of charts break by the rules of the text: as few lines as fit, between words where that is equal enough."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import fonts

from reportgen.themes import load_theme
from reportgen.typeset.chart_words import MOST_LINES, ChartWords

FACE, SIZE = "sans-500", 10.0
CLOSING, OPENING = "，。、；：！？）》」』”’％%", "（《「『“‘"


@pytest.fixture(scope="module")
def words() -> ChartWords:
    return ChartWords(fonts(), load_theme().colour("ink-text"))


@pytest.mark.parametrize("text", ["城镇（含县城）居民", "“小巨人”企业职工", "自由职业者（外卖、快递）"])
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(words: ChartWords, text: str) -> None:
    for width in range(10, 100, 5):
        lines = words.broken(FACE, SIZE, text, width)
        assert "".join(lines) == text
        assert not [line for line in lines if line[0] in CLOSING or line[-1] in OPENING]


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(st.sampled_from("城乡居民收入（）“”《》、，：1234GDP%新材料"), min_size=1, max_size=24),
    width=st.floats(20, 160),
)
def test_any_label_keeps_its_words_and_fits_where_it_can(words: ChartWords, text: str, width: float) -> None:
    lines = words.broken(FACE, SIZE, text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    widest = max(words.measure(FACE, SIZE, line) for line in lines)
    wider = words.broken(FACE, SIZE, text, width + 40)
    assert len(wider) <= len(lines) or widest > width
    if words.measure(FACE, SIZE, text) <= width:
        assert lines == (text,)


def test_numbers_are_whole(words: ChartWords) -> None:
    lines = words.broken(FACE, SIZE, "共25514户老旧小区", 20)
    assert any("25514" in line for line in lines)


def test_lines_are_about_equally_long(words: ChartWords) -> None:
    assert words.broken(FACE, 8.5, "建设成为全省标杆", 46) == ("建设成为", "全省标杆")


def test_lines_end_between_words_where_there_is_room(words: ChartWords) -> None:
    assert words.broken(FACE, SIZE, "高新技术企业孵化基地", 75) == ("高新技术企业", "孵化基地")


def test_where_nothing_fits_the_narrowest_setting_is_given(words: ChartWords) -> None:
    lines = words.broken(FACE, SIZE, "规模以上工业增加值增速", 5)
    assert 1 < len(lines) <= MOST_LINES
