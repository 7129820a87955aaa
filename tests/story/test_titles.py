"""What slides and entries are titled; no two slides have the same title."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from small_reports import Teller

from reportgen.model.report import Subsection
from reportgen.story.titles import (
    agenda,
    continuation,
    distinct,
    entry_title,
    imprint,
    shared_title,
    short_title,
    slide_title,
)


def sub(title: str, kicker: str, headline: str) -> Subsection:
    return Subsection(title, (title,), kicker, headline, (headline,), ())


HEADED = sub("立足强一产 名片闪亮", "立足强一产", "名片闪亮")
JOINED = sub("建好一条路，带富一方人", "建好一条路，", "带富一方人")
PLAIN = sub("名片闪亮", "", "名片闪亮")
TITLES = (
    # slide with kicker, slide without, entry, short
    (HEADED, "名片闪亮", "立足强一产 名片闪亮", "立足强一产　名片闪亮", "立足强一产"),
    # a comma makes one sentence of the two: it is nowhere lost
    (JOINED, "建好一条路，带富一方人", "建好一条路，带富一方人", "建好一条路，带富一方人", "建好一条路"),
    (PLAIN, "名片闪亮", "名片闪亮", "名片闪亮", "名片闪亮"),
)


@pytest.mark.parametrize(("part", "beside_kicker", "whole", "entry", "short"), TITLES)
def test_a_subsection_s_title_depends_on_whether_its_kicker_stands_by(
    part: Subsection, beside_kicker: str, whole: str, entry: str, short: str
) -> None:
    assert slide_title(part) == beside_kicker
    assert slide_title(part, shows_kicker=False) == whole
    assert entry_title(part) == entry
    assert short_title(part) == short


def test_neighbours_share_a_title_of_their_headlines() -> None:
    assert shared_title((HEADED, sub("甲", "", "甲"))) == "名片闪亮　甲"


CONTINUED = (
    (1, ""),
    (2, "（续）"),
    (3, "（续二）"),
    (11, "（续十）"),
    (12, "（续十一）"),
    (21, "（续二十）"),
    (100, "（续九十九）"),
    (101, "（续100）"),
)


@pytest.mark.parametrize(("count", "expected"), CONTINUED)
def test_a_title_that_comes_again_is_counted(count: int, expected: str) -> None:
    assert continuation(count) == expected


def test_no_two_titles_are_the_same() -> None:
    assert distinct(["甲", "乙", "甲", "甲"]) == ("甲", "乙", "甲（续）", "甲（续二）")


@pytest.mark.parametrize(("count", "listed", "listed_alone"), [(0, 0, 0), (1, 0, 1), (2, 2, 2)])
def test_an_agenda_lists_several_sections_or_on_request_a_single_one(
    count: int, listed: int, listed_alone: int, tell: Teller
) -> None:
    report = tell("甲。\n\n" + "\n\n".join(f"# 部分{i}\n\n乙。" for i in range(count)))
    assert len(agenda(report)) == listed
    assert len(agenda(report, fewest=1)) == listed_alone


def test_series_and_organisation_sign_a_report_as_far_as_there_are_any(tell: Teller) -> None:
    report = tell("甲。")
    assert imprint(report) == ()
    assert imprint(replace(report, series="发布会", organisation="某局")) == ("发布会", "某局")
    assert imprint(replace(report, organisation="某局")) == ("某局",)
