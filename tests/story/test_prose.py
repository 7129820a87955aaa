"""Prose is cut into whole sentences, and nothing of it is lost."""

from __future__ import annotations

import pytest

from reportgen.model.report import Mark, Paragraph, Span
from reportgen.story.prose import key_texts, sentences

KEY = (Mark("key"),)
SENTENCES = (
    ("甲。乙。", ["甲。", "乙。"]),
    ("甲，乙。", ["甲，乙。"]),
    ("甲！乙？丙。", ["甲！", "乙？", "丙。"]),
    ("甲。乙", ["甲。", "乙"]),
    ("没有句号", ["没有句号"]),
    ("他说“甲。”乙。", ["他说“甲。”", "乙。"]),
    ("（见附件。）乙。", ["（见附件。）", "乙。"]),
    ("甲！？乙。", ["甲！？", "乙。"]),
    ("《甲。》」』乙。", ["《甲。》」』", "乙。"]),
    ("", []),
)


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_ends_behind_its_stop_and_the_marks_that_close_it(text: str, expected: list[str]) -> None:
    cut = sentences(Paragraph((Span(text),)))
    assert ["".join(span.text for span in group) for group in cut] == expected


def test_marks_stay_on_their_words_where_a_sentence_cuts_a_span() -> None:
    cut = sentences(Paragraph((Span("甲。乙", KEY), Span("丙。"))))
    assert [[(span.text, span.marks) for span in group] for group in cut] == [
        [("甲。", KEY)],
        [("乙", KEY), ("丙。", ())],
    ]


KEYS = (
    ((("甲", KEY), ("，", ()), ("乙", KEY)), ("甲", "乙")),
    ((("甲", KEY), ("乙", (*KEY, Mark("strong")))), ("甲乙",)),
    ((("甲", KEY), ("，", ()), ("甲", KEY)), ("甲",)),
    ((("甲", ()),), ()),
)


@pytest.mark.parametrize(("spans", "expected"), KEYS)
def test_key_spans_are_joined_where_they_touch_and_said_once(
    spans: tuple[tuple[str, tuple[Mark, ...]], ...], expected: tuple[str, ...]
) -> None:
    assert key_texts([Paragraph(tuple(Span(*span) for span in spans))]) == expected
