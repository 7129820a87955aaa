"""The figure a section's opening draws is one that its ornament states exactly."""

from __future__ import annotations

import pytest
from small_reports import Teller

from reportgen.story.ornament import art_of, caption, tenths

ARTS = (
    (
        '[6.1:10.4:83.5]{#a label=结构 parts="甲 乙 丙" unit=%}',
        "weave",
        "结构（%），一千股经纬，每股千分之一",
    ),
    ('[1:2]{#a label=结构 parts="甲 乙"}', "weave", ""),  # sums to no hundred: a plain pattern
    ("[53个]{#a label=规划}", "plots", "点亮的地块，每块为一个：规划"),
    ("[9个]{#a label=规划}", "weave", ""),
    ("[121个]{#a label=规划}", "weave", ""),
    ("[超53个]{#a label=规划}", "weave", ""),
    ("[八成]{#a label=规划}", "rings", "规划，十环等面积，每环一成"),
    ("[80%]{#a label=规划}", "rings", "规划，十环等面积，每环一成"),
    ("[78.5%]{#a label=规划}", "weave", ""),
)


@pytest.mark.parametrize(("figure", "kind", "said"), ARTS)
def test_an_ornament_states_a_figure_exactly_or_none(figure: str, kind: str, said: str, tell: Teller) -> None:
    report = tell(f"甲。\n\n# 部分\n\n共{figure}。")
    art = art_of(report, 0)
    assert (art.kind, art.figure is not None, caption(report, 0)) == (kind, bool(said), said)


TENTHS = (("八成", 8), ("80%", 8), ("100%", 10), ("78.5%", None), ("0%", None), ("110%", None), ("8家", None))


@pytest.mark.parametrize(("text", "expected"), TENTHS)
def test_whole_tenths_are_told_from_other_shares(text: str, expected: int | None, tell: Teller) -> None:
    (figure,) = tell(f"占[{text}]{{#a label=规划}}。").figures
    assert tenths(figure) == expected
