"""Greetings are no points."""

from __future__ import annotations

import pytest
from small_reports import Teller

from reportgen.story.greetings import without_greeting
from reportgen.story.passages import lead_of
from reportgen.story.points import first_sentences, key_points, statements, whole_sentences

GREETINGS = (
    ("谢谢主持人。", ""),
    ("各位记者朋友：", ""),
    ("大家上午好！", ""),
    ("谢谢大家！", ""),
    ("尊敬的各位来宾、女士们、先生们：", ""),
    ("我的介绍就到这里，谢谢大家！", ""),
    ("各位媒体朋友：下一步将加密班次。", "下一步将加密班次。"),
    ("各位记者朋友，大家下午好！今年新开两条线路。", "今年新开两条线路。"),
    # what only begins like one
    ("各位代表共提出建议，内容如下。", "各位代表共提出建议，内容如下。"),
    ("大家关心的问题，逐一回应。", "大家关心的问题，逐一回应。"),
    ("感谢社会各界对救灾工作的支持。", "感谢社会各界对救灾工作的支持。"),
    ("代表们提出意见。", "代表们提出意见。"),
)


@pytest.mark.parametrize(("text", "rest"), GREETINGS)
def test_a_greeting_is_told_from_what_is_said(text: str, rest: str) -> None:
    assert without_greeting(text) == rest


def test_no_point_or_statement_greets(tell: Teller) -> None:
    report = tell("谢谢主持人。[各位记者朋友，大家下午好！]{.key}今年新开两条线路。\n\n谢谢大家。")
    place = lead_of(report)
    assert whole_sentences(place) == ("今年新开两条线路。",)
    assert first_sentences(place) == ("今年新开两条线路。",)
    assert key_points(place) == ()
    assert statements(place.paragraphs, 30) == ()
