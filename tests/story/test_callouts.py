"""Which figures of a passage stand out, and which belong together."""

from __future__ import annotations

import pytest
from small_reports import Teller

from reportgen.story.callouts import at_a_glance, callouts, columns, drawn_in, is_ratio, lead_figures
from reportgen.story.passages import passage

PAIR = "甲[3家]{#a label=甲数}，乙[4家]{#b label=乙数}。"
CALLOUTS = (
    (PAIR, ["a", "b"]),
    ("甲[3家]{#a .inline label=甲数}，乙[4家]{#b label=乙数}。", ["b"]),
    ("甲[3家]{#a .hero label=甲数}，乙[4家]{#b label=乙数}。", ["b"]),
    ('结构[1:9]{#a label=结构 parts="甲 乙"}，乙[4家]{#b label=乙数}。', ["b"]),
    (f"{PAIR}\n\n::: chart {{kind=units figures=a}}\n:::", ["b"]),
    (f'{PAIR}\n\n::: stats {{figures="b"}}\n:::', ["b"]),
    (f'{PAIR}\n\n::: stats {{figures="b a"}}\n:::', ["b", "a"]),
    ("没有数字。", []),
)


@pytest.mark.parametrize(("text", "expected"), CALLOUTS)
def test_a_passage_s_callouts_are_the_author_s_else_what_no_chart_draws(
    text: str, expected: list[str], tell: Teller
) -> None:
    report = tell(f"甲。\n\n# 部分\n\n乙。\n\n## 小节\n\n{text}")
    place = passage(report, 0, 0)
    assert [figure.id for figure in callouts(report, place, drawn_in(place.charts))] == expected


def test_a_callout_the_author_chose_gives_way_to_a_chart_that_draws_it(tell: Teller) -> None:
    chosen = f'{PAIR}\n\n::: chart {{kind=units figures="a"}}\n:::\n\n::: stats {{figures="a b"}}\n:::'
    report = tell(f"甲。\n\n# 部分\n\n乙。\n\n## 小节\n\n{chosen}")
    place = passage(report, 0, 0)
    assert [figure.id for figure in callouts(report, place, drawn_in(place.charts))] == ["b"]


def test_the_lead_s_figures_stand_beside_the_hero_ratios_too(tell: Teller) -> None:
    report = tell(
        '总[5亿元]{#a label=总量}，分[1:9]{#b label=结构 parts="甲 乙"}，里[3家]{#c .inline label=里}。'
    )
    assert [figure.id for figure in lead_figures(report)] == ["b"]


SECTION = "甲。\n\n# 部分\n\n引[1家]{#i label=引言}。\n\n"
COLUMNS = (
    # the introduction's, then one of each subsection in turn
    (
        "## 一\n\n[2家]{#a label=甲数}，[3家]{#b label=乙数}。\n\n## 二\n\n[4家]{#c label=丙数}。",
        [["i"], ["a"], ["c"], ["b"]],
    ),
    # two narrow ones of a series share a row
    ("## 一\n\n[2家]{#a label=城 series=增收}，[3家]{#b label=乡 series=增收}。", [["i"], ["a", "b"]]),
    # a wide one does not
    (
        "## 一\n\n[25514.6户]{#a label=城 series=增收}，[3家]{#b label=乡 series=增收}。",
        [["i"], ["a"], ["b"]],
    ),
    ("## 一\n\n[2家]{#a .inline label=甲数}。", [["i"]]),
    ("## 一\n\n[2家]{#a .hero label=甲数}。", [["i"]]),
    # two of a chart are callouts of an overview too, a ranking of three and more stays in its chart
    (
        "## 一\n\n企业[2家]{#a label=甲数}，[3家]{#b label=乙数}。\n\n"
        '::: chart {kind=bars figures="a b" title=企业}\n:::',
        [["i"], ["a"], ["b"]],
    ),
    (
        "## 一\n\n企业[2家]{#a label=甲数}，[3家]{#b label=乙数}，[4家]{#c label=丙数}。\n\n"
        '::: chart {kind=bars figures="a b c" title=企业}\n:::',
        [["i"]],
    ),
)


@pytest.mark.parametrize(("text", "expected"), COLUMNS)
def test_an_overview_takes_one_of_each_subsection_in_turn(
    text: str, expected: list[list[str]], tell: Teller
) -> None:
    (column,) = columns(tell(SECTION + text))
    assert [[figure.id for figure in cell] for cell in column.cells] == expected


@pytest.mark.parametrize(("count", "expected"), [(2, False), (3, False), (4, True)])
def test_four_figures_make_a_page_of_them(count: int, expected: bool, tell: Teller) -> None:
    figures = "，".join(f"[{i + 2}家]{{#f{i} label=指标{i}}}" for i in range(count))
    assert at_a_glance(tell(f"甲。\n\n# 部分\n\n{figures}。")) is expected


def test_a_ratio_alone_is_no_numeral(tell: Teller) -> None:
    report = tell('分[1:9]{#b label=结构 parts="甲 乙"}，里[3家]{#c label=里}。')
    ratio, number = report.figures
    assert is_ratio((ratio,))
    assert not is_ratio((number,))
    assert not is_ratio((ratio, number))
