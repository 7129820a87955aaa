"""A passage in points: key spans and whole sentences, those that repeat what is shown last."""

from __future__ import annotations

import pytest
from small_reports import Teller

from reportgen.story.passages import lead_of
from reportgen.story.points import (
    MOST_TEXT,
    first_sentences,
    key_points,
    lead_points,
    section_points,
    statements,
    whole_sentences,
)

LONG = "这是一个很长的句子" * 10  # without a mark at which it could be cut
FIRST = (
    ("甲。", ("甲。",)),
    ("甲。乙。", ("甲。", "乙。")),
    ("甲。\n\n乙。", ("甲。", "乙。")),
    (f"甲，{LONG}。", ("甲",)),
    (f"{LONG}。", (LONG[:MOST_TEXT],)),
    (f"甲。{LONG}。乙。", ("甲。",)),
    (f"甲。乙，{LONG}。", ("甲。", "乙")),
)


@pytest.mark.parametrize(("text", "expected"), FIRST)
def test_the_first_sentences_fill_seventy_characters_and_end_at_clauses(
    text: str, expected: tuple[str, ...], tell: Teller
) -> None:
    assert first_sentences(lead_of(tell(text))) == expected


def test_points_and_sentences_of_a_passage_are_said_once(tell: Teller) -> None:
    lead = lead_of(tell("[甲乙]{.key}。[甲乙]{.key}。丙。"))
    assert key_points(lead) == ("甲乙",)
    assert whole_sentences(lead) == ("甲乙。", "丙。")


STATEMENTS = (
    ("[五个字而已]{.key}。", 30, (), ()),
    ("[刚好六个字啊]{.key}。", 30, (), ("刚好六个字啊",)),
    ("[刚好六个字啊]{.key}。", 5, (), ()),
    ("[刚好六个字啊]{.key}，[这里也有六个]{.key}。", 30, ("六个字",), ("这里也有六个",)),
)


@pytest.mark.parametrize(("text", "longest", "shown", "expected"), STATEMENTS)
def test_a_statement_is_a_key_span_of_six_characters_that_says_nothing_shown(
    text: str, longest: int, shown: tuple[str, ...], expected: tuple[str, ...], tell: Teller
) -> None:
    assert statements(tell(text).lead, longest, shown) == expected


SECTION = """甲。

# 部分

[引言要点]{.key}。

## 一

[一之一]{.key}，[一之二]{.key}。

## 二

[二之一]{.key}。
"""


def test_key_spans_go_before_sentences_and_subsections_before_the_introduction(tell: Teller) -> None:
    points = section_points(tell(SECTION), 0, ())
    assert [point.text for point in points] == [
        *("一之一", "二之一", "引言要点", "一之二"),
        *("一之一，一之二。", "二之一。", "引言要点。"),
    ]
    assert [point.text for point in sorted(points, key=lambda point: point.place)][:2] == [
        "引言要点",
        "引言要点。",
    ]


def test_what_says_a_figure_or_an_honour_again_comes_last(tell: Teller) -> None:
    points = section_points(tell(SECTION), 0, ("一之一",))
    assert [point.text for point in points][-2:] == ["一之一", "一之一，一之二。"]


def test_the_lead_s_points_are_of_the_lead_alone(tell: Teller) -> None:
    assert [point.text for point in lead_points(tell(SECTION), ())] == ["甲。"]
