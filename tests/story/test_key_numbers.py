"""The report in a few numbers: the hero, the lead's, then those of each section that weigh most."""

from __future__ import annotations

import pytest
from small_reports import Teller

from reportgen.story.key_numbers import key_numbers, weightiest


def numbers(letter: str, count: int) -> str:
    return "，".join(f"[{i + 2}家]{{#{letter}{i} label={letter}{i}}}" for i in range(count)) + "。"


def sections(count: int, each: int = 3) -> str:
    return "\n\n".join(f"# 部分{i}\n\n{numbers(chr(97 + i), each)}" for i in range(count))


CASES = (
    ("没有数字。", None, []),
    (numbers("l", 1), "l0", []),
    # without sections all of the lead's, six beside the hero
    (numbers("l", 9), "l0", ["l1", "l2", "l3", "l4", "l5", "l6"]),
    # four of the lead, or three of more, before sections
    (f"{numbers('l', 5)}\n\n{sections(1)}", "l0", ["l1", "l2", "l3", "l4", "a2", "a0"]),
    (f"{numbers('l', 6)}\n\n{sections(1)}", "l0", ["l1", "l2", "l3", "a2", "a0"]),
    # two of each of three sections, the heavier of each before the other
    (f"{numbers('l', 1)}\n\n{sections(3)}", "l0", ["a2", "b2", "c2", "a0", "b0", "c0"]),
    # one of each of four and more
    (f"{numbers('l', 1)}\n\n{sections(4)}", "l0", ["a2", "b2", "c2", "d2"]),
    (f"{numbers('l', 1)}\n\n{sections(9)}", "l0", ["a2", "b2", "c2", "d2", "e2", "f2"]),
    # a hero of a section is not said twice
    ("甲。\n\n# 部分\n\n[2家]{#a .hero label=甲}，[3家]{#b label=乙}。", "a", ["b"]),
    # what stays in the text is no key number
    ("甲。\n\n# 部分\n\n[2家]{#a .inline label=甲}，[3家]{#b label=乙}。", None, ["b"]),
)


@pytest.mark.parametrize(("text", "hero", "others"), CASES)
def test_the_hero_leads_then_the_lead_then_the_sections(
    text: str, hero: str | None, others: list[str], tell: Teller
) -> None:
    found = key_numbers(tell(text))
    assert (found.hero.id if found.hero else None) == hero
    assert [figure.id for figure in found.others] == others
    assert [figure.id for figure in found.figures] == ([hero] if hero else []) + others


def test_an_output_may_ask_for_fewer(tell: Teller) -> None:
    found = key_numbers(tell(numbers("l", 9)), most=2)
    assert [figure.id for figure in found.figures] == ["l0", "l1", "l2"]


WEIGHTS = (
    # the largest of the subsections, then the introduction's
    ("[9家]{#i label=引}。\n\n## 一\n\n[2家]{#a label=甲}，[7家]{#b label=乙}。", ["b", "i"]),
    # what is open-ended weighs more than what is larger
    ("[9家]{#i label=引}。\n\n## 一\n\n[突破2家]{#a label=甲}，[7家]{#b label=乙}。", ["a", "b"]),
    # a share in words of the introduction comes first
    ("[八成]{#i label=引}。\n\n## 一\n\n[突破2家]{#a label=甲}，[7家]{#b label=乙}。", ["i", "a"]),
    # a percentage is not held against counts
    ("引。\n\n## 一\n\n[90%]{#a label=甲}，[7家]{#b label=乙}。", ["b", "a"]),
)


@pytest.mark.parametrize(("text", "expected"), WEIGHTS)
def test_open_ends_weigh_most_then_size(text: str, expected: list[str], tell: Teller) -> None:
    report = tell(f"甲。\n\n# 部分\n\n{text}")
    assert [figure.id for figure in weightiest(report.figures)] == expected
