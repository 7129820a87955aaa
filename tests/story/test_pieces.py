"""What a passage holds for its slides: everything once, long lists in parts that are taken in at one look."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from small_reports import Teller

from reportgen.model.chart import ChartSpec
from reportgen.model.report import Figure, Ledger, Panels, Quote
from reportgen.story.passages import passage
from reportgen.story.pieces import (
    Honours,
    Keys,
    Piece,
    column_title,
    in_words,
    pieces,
    ratio_chart,
    reading_order,
    said_on_wall,
    untitled,
)

NATION = "获评[国家级园区]{.honour level=国家级 status=获评}"
RANKED = "总量[排名]{.honour status=居首}居首"
LEDGER = "[[打通]{.verb}断头路]{.row}，[[保障]{.verb}机场]{.row}"


def shapes(found: tuple[Piece, ...]) -> list[str]:
    """Each piece as the name of its kind and what it says."""
    out = []
    for piece in found:
        if isinstance(piece, Keys):
            out.append(f"{'also ' if piece.optional else ''}{'|'.join(piece.texts)}")
        elif isinstance(piece, Honours):
            out.append(f"honours {'|'.join(piece.phrases)}")
        elif isinstance(piece, Figure):
            out.append(f"figure {piece.id}")
        elif isinstance(piece, ChartSpec):
            out.append(f"{piece.kind} {'|'.join(piece.figures)}")
        else:
            out.append(type(piece).__name__)
    return out


CASES = (
    ("[2家]{#a label=甲数}，[要点]{.key}。", ["figure a", "要点"]),
    # without any words so few numbers are joined by the first sentences
    ("企业[2家]{#a label=甲数}。", ["figure a", "企业2家。"]),
    (
        "[2家]{#a label=甲数}，[3家]{#b label=乙数}，[4家]{#c label=丙数}。",
        ["figure a", "figure b", "figure c"],
    ),
    ('企业[2家]{#a label=甲数}。\n\n::: chart {kind=units figures="a"}\n:::', ["units a", "企业2家。"]),
    # an honour is shown with its seal; the point about it is not said again
    (f"[{NATION}]{{.key}}。", ["honours 获评国家级园区"]),
    # a rank is said in words, and on the wall too
    (f"[要点]{{.key}}，{RANKED}。", ["要点", "also 排名居首"]),
    # a point that says the rank says it
    (f"[{RANKED}]{{.key}}。", ["总量排名居首"]),
    # a list says its rows
    (f"[{LEDGER}]{{.key}}。\n\n::: ledger {{}}\n:::", ["Ledger", "打通断头路，保障机场"]),
    (f"{LEDGER}，[机场]{{.key}}。\n\n::: ledger {{}}\n:::", ["Ledger"]),
    (
        "，".join(f"[要点{i}]{{.key}}" for i in range(8)) + "。",
        ["|".join(f"要点{i}" for i in range(6)), "要点6|要点7"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_passage_s_pieces_say_everything_once(text: str, expected: list[str], tell: Teller) -> None:
    report = tell(f"甲。\n\n# 部分\n\n乙。\n\n## 小节\n\n{text}")
    assert shapes(pieces(report, passage(report, 0, 0))) == expected


def test_a_chart_shown_elsewhere_is_dropped_and_its_figure_with_it(tell: Teller) -> None:
    report = tell('[2家]{#a label=甲数}，[要点]{.key}。\n\n::: chart {kind=units figures="a"}\n:::')
    lead = passage(report, None, None)
    assert shapes(pieces(report, lead)) == ["units a", "要点"]
    assert shapes(pieces(report, lead, lead.charts)) == ["要点"]


def test_a_whole_that_print_shows_twice_comes_once_on_the_screen(tell: Teller) -> None:
    parts = (
        '结构[10:20:70]{#a label=结构 parts="甲 乙 丙" unit=%}，[30:70]{#b label=结构 parts="丁 戊" unit=%}。'
    )
    charts = "".join(
        f"\n\n::: chart {{kind={kind} figure={id}}}\n:::"
        for kind, id in (("waffle", "a"), ("stacked", "a"), ("stacked", "b"))
    )
    report = tell(parts + charts)
    found = pieces(report, passage(report, None, None))
    drawn = [(piece.kind, set(piece.figures)) for piece in found if isinstance(piece, ChartSpec)]
    assert drawn == [("doughnut", {"a"}), ("doughnut", {"b"})]


RATIOS = (
    ("八成", "cells"),
    ("100%", "cells"),
    ("78.5%", ""),
    ("0%", ""),
    ("53个", ""),
    ("10:20:70", "doughnut"),
    ("1:2:3", ""),
)


@pytest.mark.parametrize(("text", "kind"), RATIOS)
def test_a_single_share_asks_for_cells_and_parts_of_a_hundred_for_a_doughnut(
    text: str, kind: str, tell: Teller
) -> None:
    parts = ' parts="甲 乙 丙"' if ":" in text else ""
    (figure,) = tell(f"占[{text}]{{#a label=结构{parts}}}。").figures
    spec = ratio_chart(figure)
    assert (spec.kind if spec else "") == kind


@pytest.mark.parametrize(("rows", "parts"), [(6, [6]), (7, [6, 1]), (13, [6, 6, 1])])
def test_a_ledger_goes_on_after_six_rows_and_ends_with_its_note(
    rows: int, parts: list[int], tell: Teller
) -> None:
    said = "，".join(f"[[打通]{{.verb}}道路{i}]{{.row}}" for i in range(rows))
    report = tell(f'{said}。\n\n::: ledger {{note="道路0"}}\n:::')
    ledgers = [part for part in pieces(report, passage(report, None, None)) if isinstance(part, Ledger)]
    assert [len(part.rows) for part in ledgers] == parts
    assert [part.note for part in ledgers] == [*[""] * (len(parts) - 1), "道路0"]


def test_numbers_come_first_then_words_then_lists_the_honours_first(tell: Teller) -> None:
    report = tell(f"[2家]{{#a label=甲数}}，{NATION}，{LEDGER}，[“好”]{{.quote}}。\n\n::: ledger {{}}\n:::")
    found = reading_order(pieces(report, passage(report, None, None)))
    assert shapes(tuple(found)) == ["figure a", "Quote", "honours 获评国家级园区", "Ledger"]


LISTED = f'道路，{LEDGER}。\n\n::: ledger {{title="道路"}}\n:::'


@pytest.mark.parametrize(("heading", "expected"), [("立足一产 名片闪亮", "立足一产"), ("名片闪亮", "道路")])
def test_a_column_is_headed_by_its_kicker_else_by_the_list_it_begins_with(
    heading: str, expected: str, tell: Teller
) -> None:
    report = tell(f"甲。\n\n# 部分\n\n乙。\n\n## {heading}\n\n{LISTED}")
    found = pieces(report, passage(report, 0, 0))
    assert column_title(report.sections[0].subsections[0], found) == expected


def test_a_list_does_not_repeat_the_head_over_it(tell: Teller) -> None:
    (listed,) = pieces(report := tell(LISTED), passage(report, None, None))
    assert isinstance(listed, Ledger)
    assert untitled(listed, "道路") == replace(listed, title="")
    assert untitled(listed, "铁路") == listed


def test_a_single_honour_among_points_is_said_in_words(tell: Teller) -> None:
    keys, quote = Keys(("要点",)), Quote(("好",))
    honour = tell(f"{NATION}。").honours[0]
    assert in_words((keys, quote, Honours((honour,), ("获评",))))
    assert not in_words((keys, Honours((honour, honour), ("获评", "获评"))))
    assert not in_words((keys, Panels(())))


def test_only_a_wall_that_is_there_says_honours_too(tell: Teller) -> None:
    few, many = (
        tell(f"{NATION}。"),
        tell("，".join(NATION.replace("园区", f"园区{i}") for i in range(3)) + "。"),
    )
    for report, on_wall in ((few, False), (many, True)):
        assert said_on_wall(Honours(report.honours, ("获评",) * len(report.honours)), report) is on_wall
        assert said_on_wall(Keys(("居首",), optional=True), report) is on_wall
        assert not said_on_wall(Keys(("要点",)), report)
