"""The article as its finished PDF has it, measured by the benchmark's counter in a few widths."""

import pytest
from samples import fonts, report_of

from benchmarks.typesetting import (
    CHECKED,
    ERRORS,
    HELD_OUT,
    NASTY,
    OPENERS,
    PARTED,
    RIGID,
    SIZE,
    TRAILING,
    WIDTHS,
    Mark,
    MarkLine,
    Tally,
    article,
    count_paragraphs,
    lines_of,
    measured,
    p95,
)

NEVER = (
    *ERRORS, "adjacent marks not compressed", "opening mark not flush at line start",
    "mark at line end keeps its blank half", "Han–Latin space missing", "line not flush right",
    "stretch over 0.15 em", "last line of one character",
)  # fmt: skip
BROKEN = "行首有禁则标点\n，行尾有开引号“\n达到479\n.5亿元，增长4.96\n%，破折号—\n—省略号…\n…共计53\n户，说English wo\nrd了"


def test_the_article_is_set_without_a_fault_and_with_hardly_any_stretch():
    tally = measured(article(report_of("yuci")), WIDTHS, fonts())
    assert [what for what in CHECKED if not tally.checked[what]] == []
    assert {row: tally.found[row] for row in NEVER if tally.found[row]} == {}
    assert tally.rate("number cut from its Chinese unit") <= 3
    assert tally.off_edge <= 0.001
    assert p95(tally.widest) <= 0.014
    assert max(tally.widest) <= 0.10


def test_the_nasty_text_is_set_flush_with_few_numbers_cut_and_few_gaps_wide():
    tally = measured(lines_of(NASTY), WIDTHS, fonts())
    assert [what for what in CHECKED if not tally.checked[what]] == []
    wide = "stretch over 0.15 em"
    assert {row: tally.found[row] for row in NEVER if row != wide and tally.found[row]} == {}
    assert tally.found[RIGID] == 0
    assert tally.rate(wide) <= 5
    assert tally.rate(PARTED) <= 5
    assert tally.rate("number cut from its Chinese unit") <= 10
    assert p95(tally.widest) <= 0.10
    assert tally.off_edge <= 0.001


def test_a_text_nothing_was_fitted_to_is_set_flush_without_a_hard_fault():
    tally = measured(lines_of(HELD_OUT), WIDTHS, fonts())
    assert [what for what in CHECKED if not tally.checked[what]] == []
    wide = "stretch over 0.15 em"
    assert {row: tally.found[row] for row in NEVER if row != wide and tally.found[row]} == {}
    assert tally.rate(wide) <= 10
    assert tally.rate("number cut from its Chinese unit") <= 10
    assert tally.off_edge <= 0.001


@pytest.mark.parametrize(
    ("row", "times"),
    [
        ("forbidden mark at line start", 5),
        ("opening mark at line end", 1),
        ("—— or …… split", 2),
        ("number cut", 1),
        ("number cut from its sign or symbol", 1),
        ("number cut from its Chinese unit", 1),
        ("word cut without hyphen", 1),
        ("line not flush right", 8),
    ],
)
def test_the_counter_finds_what_is_broken_on_purpose(row, times):
    assert measured((BROKEN,), WIDTHS[-1:], fonts()).found[row] == times


def naive(text: str, pitch: float = SIZE) -> MarkLine:
    """The text in full cells one beside the other, as a breaker without rules would set it."""
    half = SIZE / 2
    marks = []
    for i, char in enumerate(text):
        left, right = i * pitch, i * pitch + SIZE
        inner = (left + half * (char in OPENERS), right - half * (char in TRAILING))
        marks.append(Mark(char, left, right, *inner, inner, char in OPENERS + TRAILING))
    return tuple(marks)


@pytest.mark.parametrize(
    ("text", "pitch", "row"),
    [
        ("好”，《好好", SIZE, "adjacent marks not compressed"),
        ("“好好好好好", SIZE, "opening mark not flush at line start"),
        ("好好好好好。", SIZE, "mark at line end keeps its blank half"),
        ("好好A好好好", SIZE, "Han–Latin space missing"),
        ("好好好好好好", 1.2 * SIZE, "stretch over 0.15 em"),
        ("好好好好好好", 0.8 * SIZE, "overlap"),
        ("好好好好好好好", SIZE, "overfull"),
        ("好好好好好", SIZE, "line not flush right"),
        ("好好\ufffd好好好", SIZE, "missing glyph"),
    ],
)
def test_the_counter_finds_lines_set_without_rules(text, pitch, row):
    tally = Tally()
    count_paragraphs(
        [[naive(text, pitch), naive("好好")]], (text.replace("\ufffd", "丂") + "好好",), 6 * SIZE, tally
    )
    assert tally.found[row] > 0


def test_a_last_line_of_one_character_is_found():
    tally = Tally()
    count_paragraphs([[naive("好好"), naive("好。")]], ("好好好。",), 2 * SIZE, tally)
    assert tally.found["last line of one character"] == 1
    assert sum(tally.found.values()) == 1
