"""Which figures lead is the author's to say; without her word none that counts harm."""

from __future__ import annotations

import pytest
from small_reports import Teller

from reportgen.story.callouts import callouts, columns, is_subdued
from reportgen.story.fact_sheet import blocks
from reportgen.story.hero import hero_figure
from reportgen.story.key_numbers import key_numbers
from reportgen.story.lead import lead_pieces
from reportgen.story.ornament import art_of
from reportgen.story.passages import passage
from reportgen.story.weight import by_weight, setting

HARM = "遇难[12人]{#dead label=遇难}，失联[4人]{#lost label=失联}，"
HEROES = (
    (f"{HARM}救出[30人]{{#saved label=救出}}。", "saved"),
    (f"{HARM}无其他情况。", None),
    ("遇难[12人]{#dead .hero label=遇难}，救出[30人]{#saved label=救出}。", "dead"),
    ("甲[2家]{#a label=甲数}，乙[3家]{#b .top label=乙数}。", "b"),
    ("甲[2家]{#a .hero label=甲数}，乙[3家]{#b .top label=乙数}。", "a"),
)


@pytest.mark.parametrize(("text", "expected"), HEROES)
def test_no_hero_counts_harm_unless_it_is_marked(text: str, expected: str | None, tell: Teller) -> None:
    hero = hero_figure(tell(text))
    assert (hero.id if hero else None) == expected


def test_the_author_s_key_numbers_come_in_her_order_and_alone(tell: Teller) -> None:
    report = tell(
        "总[9亿元]{#h .hero label=总量}，另[8亿元]{#l label=另量}。\n\n"
        "# 甲\n\n[2家]{#a top=2 label=甲数}，[3家]{#b label=乙数}。\n\n"
        "# 乙\n\n[4家]{#c .top label=丙数}，[5家]{#d .inline top=3 label=丁数}。"
    )
    shown = key_numbers(report)
    assert [figure.id for figure in shown.figures] == ["h", "c", "a", "d"]


def test_her_key_numbers_come_first_in_overview_and_fact_sheet(tell: Teller) -> None:
    report = tell(
        "甲[9户]{#h .hero label=户}。\n\n# 甲\n\n[2家]{#a label=甲数}，[3家]{#b label=乙数}，[4家]{#c .top label=丙数}。"
    )
    order = [[figure.id for cell in cells for figure in cell] for cells in (columns(report)[0].cells,)]
    (block,) = blocks(report, "", 9)
    assert order == [["c", "a", "b"]]
    assert [figure.id for cell in block.cells for figure in cell] == ["c", "a", "b"]


def test_harm_is_no_key_number_and_no_callout_but_stands_on_the_fact_sheet(tell: Teller) -> None:
    report = tell(f"甲。\n\n# 灾情\n\n{HARM}救出[30人]{{#saved label=救出}}。")
    place = passage(report, 0, None)
    assert [figure.id for figure in key_numbers(report).others] == ["saved"]
    assert [figure.id for figure in callouts(report, place, (), quiet=False)] == ["saved"]
    assert [figure.id for cell in columns(report)[0].cells for figure in cell] == ["saved"]
    (block,) = blocks(report, "", 9)
    assert [figure.id for cell in block.cells for figure in cell] == ["dead", "lost", "saved"]


def test_beside_harm_no_number_of_the_passage_stands_out(tell: Teller) -> None:
    report = tell(
        f"甲。\n\n# 灾情\n\n{HARM}救出[30人]{{#saved label=救出}}。\n\n# 乙\n\n[2家]{{#b label=乙数}}。"
    )
    assert [is_subdued(figure, report) for figure in report.figures] == [True, True, True, False]


ORNAMENTS = (
    ("遇难[13人]{#a label=遇难}。", None),
    ("建成[13处]{#a ornament=no label=绿地}。", None),
    ("减少[13处]{#a label=隐患点}。", None),
    ("占比下降[30%]{#a label=占比}。", None),
    ("遇难[13人]{#a label=遇难}，建成[14处]{#b label=绿地}。", "b"),
)


@pytest.mark.parametrize(("text", "expected"), ORNAMENTS)
def test_no_ornament_is_made_of_harm_or_of_a_change(text: str, expected: str | None, tell: Teller) -> None:
    figure = art_of(tell(f"甲。\n\n# 部分\n\n{text}"), 0).figure
    assert (figure.id if figure else None) == expected


WEIGHTS = (
    # the number its heading is about
    ("道路通行", "[7家]{#a label=商铺}，[3条]{#b label=道路通行}。", "b"),
    # the author's key span
    ("通行", "[7家]{#a label=商铺}，[道路[3条]{#b label=街巷}]{.key}。", "b"),
    # a total before its parts, a level before its change
    ("通行", "其中商铺[7家]{#a label=商铺}，累计[8条]{#b label=街巷}。", "b"),
    ("通行", "商铺[增长7%]{#a label=商铺}，街巷[8条]{#b label=街巷}。", "b"),
    # the largest of those that count the same
    ("通行", "[7家]{#a label=商铺}，[9家]{#b label=街巷}。", "b"),
    ("通行", "[7家]{#a label=商铺}，[9条]{#b label=街巷}。", "a"),
)


@pytest.mark.parametrize(("heading", "text", "expected"), WEIGHTS)
def test_a_figure_leads_by_a_reason_and_not_by_coming_first(
    heading: str, text: str, expected: str, tell: Teller
) -> None:
    report = tell(f"甲。\n\n# {heading}\n\n{text}")
    assert by_weight(report.figures, setting(report, 0, report.figures))[0].id == expected


def test_an_overview_without_room_for_all_keeps_the_heaviest_in_their_order(tell: Teller) -> None:
    report = tell("甲。\n\n# 街巷\n\n[7家]{#a label=商铺}，[9条]{#b label=街巷}，累计[5人]{#c label=人数}。")
    (column,) = columns(report)
    assert [figure.id for cell in column.within(2, len) for figure in cell] == ["b", "c"]


def test_a_hero_stands_on_one_slide_only(tell: Teller) -> None:
    report = tell("总量[9亿元]{#h label=总量}，另有[8家]{#l label=另有}。")
    told = key_numbers(report).figures
    assert [figure.id for figure in told] == ["h", "l"]
    assert not set(told) & set(lead_pieces(report, told))
