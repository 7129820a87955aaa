"""What a section's introduction shows on its opening and on slides of its own."""

from __future__ import annotations

import pytest
from small_reports import Teller

from reportgen.model.chart import ChartSpec
from reportgen.model.report import Figure
from reportgen.story.introduction import (
    borrowed_charts,
    intro_charts,
    intro_passage,
    is_told_by_opening,
    opening_points,
    subsection_pieces,
)
from reportgen.story.ornament import art_of, said_by
from reportgen.story.pieces import pieces

SUB = "\n\n## 小节\n\n丙。"
CHART = '\n\n::: chart {kind=units figures="i"}\n:::'
TOLD = (
    # text, by an opening that draws what it can, by one that draws nothing
    (f"全是文字。{SUB}", True, True),
    ("全是文字。", False, False),
    (f"[要点在此处]{{.key}}。{SUB}", False, False),
    (f"共[53个]{{#i label=规划}}。{SUB}", False, False),  # plots draw it and say no number
    (f"共[53个]{{#i label=规划}}，[要点在此处]{{.key}}。{SUB}", False, False),
    (f"共[5.3万个]{{#i label=规划}}。{SUB}", False, False),
    (f"共[53个]{{#i .inline label=规划}}。{SUB}", True, True),
    (f"占[八成]{{#i label=规划}}。{SUB}", True, False),
    (f"占[八成]{{#i label=规划}}，[要点在此处]{{.key}}。{SUB}", False, False),
    (f"占[八成]{{#i label=规划}}，又占[六成]{{#j label=住房}}。{SUB}", False, False),
    ("占[八成]{#i label=规划}。", True, False),
    (f"共[53个]{{#i label=规划}}。{CHART}{SUB}", False, False),
)


@pytest.mark.parametrize(("text", "drawn", "plain"), TOLD)
def test_an_introduction_needs_no_slide_where_its_opening_says_it(
    text: str, drawn: bool, plain: bool, tell: Teller
) -> None:
    report = tell(f"甲。\n\n# 部分\n\n{text}")
    section, place = report.sections[0], intro_passage(report, 0)
    assert is_told_by_opening(section, place, said_by(art_of(report, 0))) is drawn
    assert is_told_by_opening(section, place) is plain


OPENING = (
    (f"[要点在此处]{{.key}}。{SUB}", ("要点在此处",)),
    ("[要点在此处]{.key}。", ()),
    (f"占[八成]{{#i label=规划}}，[要点在此处]{{.key}}。{SUB}", ("要点在此处",)),
    (f"[要点在此处]{{.key}}，共[53个]{{#i label=规划}}。{CHART}{SUB}", ()),
)


@pytest.mark.parametrize(("text", "expected"), OPENING)
def test_points_stand_on_the_opening_where_the_introduction_shows_no_more(
    text: str, expected: tuple[str, ...], tell: Teller
) -> None:
    report = tell(f"甲。\n\n# 部分\n\n{text}")
    assert opening_points(report.sections[0], intro_passage(report, 0), art_of(report, 0)) == expected


def test_a_chart_of_the_introduction_s_figure_alone_moves_to_it(tell: Teller) -> None:
    report = tell(f"甲。\n\n# 部分\n\n共[53个]{{#i label=规划}}。\n\n## 小节\n\n丙。{CHART}")
    (chart,) = intro_charts(report, 0)
    assert chart.figures == ("i",)
    assert intro_passage(report, 0).charts == (chart,)
    ((_, found),) = subsection_pieces(report, 0)
    assert not any(isinstance(piece, ChartSpec) for piece in found)


def test_a_share_that_no_chart_shows_is_drawn_for_the_introduction(tell: Teller) -> None:
    report = tell(f"甲。\n\n# 部分\n\n占[八成]{{#i label=规划}}。{SUB}")
    assert [(spec.kind, spec.figures) for spec in intro_passage(report, 0).charts] == [("cells", ("i",))]


CROWD = "[2家]{#a label=甲数}，[3家]{#b label=乙数}，[4家]{#c label=丙数}。"
SMALL = '\n\n::: chart {kind=units figures="a"}\n:::'
BORROWED = (
    ("占[八成]{#i label=规划}。", CROWD, ["a"]),
    ("占[八成]{#i label=规划}。", "[2家]{#a label=甲数}。", []),
    ("全是文字。", CROWD, []),
    ("占[八成]{#i label=规划}，又占[六成]{#j label=住房}。", CROWD, []),
    ('结构[10:90]{#i label=结构 parts="甲 乙"}。', CROWD, []),
)


@pytest.mark.parametrize(("intro", "crowd", "expected"), BORROWED)
def test_one_share_alone_borrows_the_small_chart_of_a_crowded_subsection(
    intro: str, crowd: str, expected: list[str], tell: Teller
) -> None:
    report = tell(f"甲。\n\n# 部分\n\n{intro}\n\n## 小节\n\n{crowd}{SMALL}")
    borrowed = borrowed_charts(report, 0, lambda _: True)
    assert [id for spec in borrowed for id in spec.figures] == expected
    assert borrowed_charts(report, 0, lambda _: False) == ()
    ((_, found),) = subsection_pieces(report, 0, borrowed)
    assert any(isinstance(piece, ChartSpec) for piece in found) is not bool(expected)


def test_plain_numbers_of_an_introduction_are_pieces_of_it(tell: Teller) -> None:
    report = tell(f"甲。\n\n# 部分\n\n共[5.3万个]{{#i label=规划}}。{SUB}")
    shown = pieces(report, intro_passage(report, 0))
    assert [piece.id for piece in shown if isinstance(piece, Figure)] == ["i"]
