"""The report leads with the author's hero, else with the lead's first number that says something alone."""

from __future__ import annotations

import pytest
from small_reports import Teller

from reportgen.story.hero import claim, hero_figure, signature_figure, verdict

HEROES = (
    ("总量[5亿元]{#a label=总量}，人口[3万人]{#b label=人口}。", "a"),
    ("总量[5亿元]{#a label=总量}，人口[3万人]{#b .hero label=人口}。", "b"),
    ('结构[1:2:7]{#a label=结构 parts="甲 乙 丙"}，增长[8%]{#b label=增速}。', "b"),
    ('结构[1:2:7]{#a .hero label=结构 parts="甲 乙 丙"}，增长[8%]{#b label=增速}。', "a"),
    ("甲。\n\n# 部分\n\n人口[3万人]{#b label=人口}。", None),
    ("甲。\n\n# 部分\n\n人口[3万人]{#b .hero label=人口}。", "b"),
)


@pytest.mark.parametrize(("text", "expected"), HEROES)
def test_the_hero_is_the_author_s_else_the_lead_s_first_single_number(
    text: str, expected: str | None, tell: Teller
) -> None:
    hero = hero_figure(tell(text))
    assert (hero.id if hero else None) == expected


VERDICTS = (
    ("[总量]{.honour status=居首}[5亿元]{#a label=总量}居首。", ("居首",)),
    ("[人口]{.honour status=居首}居首，总量[5亿元]{#a label=总量}。", ()),
    ("总量[5亿元]{#a label=总量}。\n\n# 部分\n\n[总量]{.honour status=居首}居首。", ()),
)


@pytest.mark.parametrize(("text", "expected"), VERDICTS)
def test_the_verdict_is_the_rank_the_lead_states_for_the_figure_s_subject(
    text: str, expected: tuple[str, ...], tell: Teller
) -> None:
    report = tell(text)
    assert verdict(report.figure("a"), report) == expected


def test_the_claim_beside_the_hero_is_the_lead_s_first_point(tell: Teller) -> None:
    assert claim(tell("[迈出坚实步伐]{.key}，[开创新局面]{.key}。")) == ("迈出坚实步伐",)
    assert claim(tell("甲。\n\n# 部分\n\n[迈出坚实步伐]{.key}。")) == ()


def test_the_lead_claims_nothing_of_a_hero_that_stands_in_a_section(tell: Teller) -> None:
    text = "[为建站以来最大]{.key}。\n\n# 部分\n\n转移[3万人]{#a .hero label=转移}。"
    assert claim(tell(text)) == ()
    assert claim(tell(text.replace(" .hero", ""))) == ("为建站以来最大",)


def test_a_report_without_a_signature_is_signed_by_no_figure(tell: Teller) -> None:
    assert signature_figure(tell("总量[5亿元]{#a label=总量}。")) is None
