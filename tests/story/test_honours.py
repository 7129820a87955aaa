"""Which honours a passage shows, how the text says them, and whether they get a wall."""

from __future__ import annotations

import pytest
from small_reports import Teller

from reportgen.story.honours import (
    STATED_RANKS,
    beside_honour,
    by_rank,
    has_wall,
    honour_phrase,
    in_full,
    loose_honours,
    phrase_in,
    shown_honours,
    wall_note,
)
from reportgen.story.lead import verdicts
from reportgen.story.passages import lead_of

NATION = "获评[国家级园区]{.honour level=国家级 status=获评}。"
PROVINCE = "获评[省级园区]{.honour level=省级 status=获评}。"
RANKED = "总量[排名]{.honour status=居首}居首。"


def test_honours_go_from_the_nation_down_in_the_order_of_the_text(tell: Teller) -> None:
    groups = by_rank(tell(RANKED + PROVINCE + NATION + PROVINCE.replace("园区", "强镇")))
    assert {rank: [honour.text for honour in group] for rank, group in groups.items()} == {
        "national": ["国家级园区"],
        "provincial": ["省级园区", "省级强镇"],
        "other": ["排名"],
    }
    assert by_rank(tell("甲。")) == {}


WALLS = (
    (NATION + PROVINCE, False, False),
    (NATION + PROVINCE + RANKED, True, True),
    # ranks alone have no head on slides
    (RANKED + RANKED.replace("排名", "增速") + RANKED.replace("排名", "质量"), True, False),
    ("甲。", False, False),
)


@pytest.mark.parametrize(("text", "page", "slide"), WALLS)
def test_three_honours_under_a_head_get_a_wall(text: str, page: bool, slide: bool, tell: Teller) -> None:
    report = tell(f"甲。\n\n# 部分\n\n{text}")
    assert has_wall(report) is page
    assert has_wall(report, STATED_RANKS) is slide


def test_what_is_told_beside_the_lead_asks_for_no_wall(tell: Teller) -> None:
    report = tell(RANKED + RANKED.replace("排名", "增速") + NATION)
    assert has_wall(report)
    assert not has_wall(report, told=verdicts(report))


PHRASES = (
    ("东阳镇获评[国家级强镇]{.honour level=国家级 holder=东阳镇 status=获评}。", "东阳镇获评国家级强镇"),
    ("获评“[国家级强镇]{.honour level=国家级 status=获评}”。", "获评“国家级强镇”"),
    ("获评[国家级强镇]{.honour level=国家级 status=获评}。", "获评国家级强镇"),
    ("[总量]{.honour status=居首}居首。", "总量居首"),
    ("[国家级强镇]{.honour level=国家级}落户，今年获评。", "国家级强镇"),
)


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_an_honour_is_said_in_the_order_of_the_text(text: str, expected: str, tell: Teller) -> None:
    (honour,) = tell(text).honours
    assert honour_phrase(honour) == expected


def test_the_author_s_point_about_an_honour_says_it(tell: Teller) -> None:
    report = tell("[成功获评[国家级强镇]{.honour level=国家级 status=获评}称号]{.key}。")
    assert phrase_in(lead_of(report), report.honours[0]) == "成功获评国家级强镇称号"


NOTES = (
    (
        "东阳镇获评[国家级强镇]{.honour level=国家级 holder=东阳镇 status=获评}。",
        ("东阳镇", "获评"),
        "东阳镇",
    ),
    ("获评[国家级强镇]{.honour level=国家级 status=获评}。", ("获评",), ""),
    ("[国家级强镇]{.honour level=国家级 status=落户}落户。", ("落户",), "落户"),
    ("[国家级强镇]{.honour level=国家级}。", (), ""),
)


@pytest.mark.parametrize(("text", "beside", "on_wall"), NOTES)
def test_holder_and_status_stand_beside_the_title(
    text: str, beside: tuple[str, ...], on_wall: str, tell: Teller
) -> None:
    (honour,) = tell(text).honours
    assert beside_honour(honour) == beside
    assert wall_note(honour) == on_wall
    assert in_full(honour) == " ".join((honour.text, *beside))


SHOWN = ((NATION, "", ["国家级园区"]), (NATION, "获评国家级园区", []), (RANKED, "", []))


@pytest.mark.parametrize(("text", "said", "expected"), SHOWN)
def test_a_passage_shows_honours_of_a_stated_level_that_no_list_says(
    text: str, said: str, expected: list[str], tell: Teller
) -> None:
    assert [honour.text for honour in shown_honours(lead_of(tell(text)), said)] == expected


def test_ranks_are_repeated_under_the_wall_in_words_that_say_more_than_the_title(tell: Teller) -> None:
    report = tell(RANKED + NATION + "[位次]{.honour status=靠前}很好，今年靠前。")
    assert [honour.text for honour in loose_honours(report)] == ["排名"]
