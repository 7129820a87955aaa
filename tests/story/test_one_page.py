"""The report on one page: its hero with the lead's points, a block for each section, nothing twice."""

from __future__ import annotations

from small_reports import Teller

from reportgen.story.fact_sheet import blocks, hero_points
from reportgen.story.hero import hero_figure

LEAD = "[总量]{.honour status=居首}[5亿元]{#a .hero label=总量}，[总量居首]{.key}，[迈出坚实步伐]{.key}。"


def test_points_beside_the_hero_do_not_say_it_or_its_verdict_again(tell: Teller) -> None:
    report = tell(LEAD)
    hero = hero_figure(report)
    assert hero is not None
    assert hero_points(hero, report) == ("迈出坚实步伐",)


def test_no_point_beside_the_hero_says_another_again_or_is_said_of_another_figure(tell: Teller) -> None:
    report = tell("总量[5亿元]{#a .hero label=总量}。洪峰到来，[为建站以来最大]{.key}。")
    assert hero_points(report.figure("a"), report) == ("为建站以来最大",)
    section = tell("[为建站以来最大]{.key}。\n\n# 一\n\n转移[3万人]{#a .hero label=转移}。")
    assert hero_points(section.figure("a"), section) == ()


def test_each_section_has_a_block_of_its_callouts_and_points(tell: Teller) -> None:
    report = tell(
        f"{LEAD}\n\n# 一\n\n[2家]{{#b label=甲数}}，[要点甲]{{.key}}。\n\n# 二\n\n[要点乙]{{.key}}。"
    )
    first, second = blocks(report, said="", most=9)
    assert [[figure.id for figure in cell] for cell in first.cells] == [["b"]]
    assert [point.text for point in first.points] == ["要点甲", "2家，要点甲。"]
    assert (second.index, second.cells) == (1, ())
    assert [block.index for block in blocks(report, said="", most=1)] == [0]


def test_a_block_says_nothing_that_stands_above_it(tell: Teller) -> None:
    report = tell("甲。\n\n# 一\n\n[要点甲]{.key}，[要点丙]{.key}。")
    (block,) = blocks(report, said="要点甲", most=9)
    assert [point.text for point in block.points] == ["要点丙", "要点甲，要点丙。"]


def test_a_report_without_sections_has_one_block_of_its_lead(tell: Teller) -> None:
    (block,) = blocks(tell(f"{LEAD[:-1]}，[2家]{{#b label=甲数}}。"), said="", most=9)
    assert (block.section, block.index) == (None, None)
    assert [[figure.id for figure in cell] for cell in block.cells] == [["b"]]


def test_a_report_of_nothing_but_its_hero_has_no_block(tell: Teller) -> None:
    assert blocks(tell("[5亿元]{#a label=总量}。"), said="5亿元。", most=9) == ()
