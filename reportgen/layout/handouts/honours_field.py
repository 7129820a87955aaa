"""The honours at the foot of the fact sheet, white on ink, a column or more for each rank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.layout import labels
from reportgen.layout.drawing import field
from reportgen.layout.frame import EMPTY, Frame, stack
from reportgen.layout.handouts import paper
from reportgen.layout.typesetter import Typesetter
from reportgen.model.report import Honour, Report
from reportgen.units import Rect, mm

RANKS = ("national", "provincial", "other")
COLUMNS, GAP = 3, mm(5)
WIDTH = (paper.WIDTH - (COLUMNS - 1) * GAP) / COLUMNS
TOP, ROWS_Y, BOTTOM = mm(5), mm(12), mm(4)
ROW_GAP = 5.7  # points between two honours
FEWEST_ROWS, MOST_ROWS, MOST_WITH_OTHERS = 2, 9, 5

Ranked = Mapping[str, Sequence[Honour]]


def honours_field(report: Report, ts: Typesetter) -> Frame:
    """As few rows as three columns allow, every column of one rank; empty where there are no honours.

    Ranks are left out from below, and the nation's last entries, where nine rows hold no more; titles
    without a stated level stand only where five rows hold them too.
    """
    ranked = {rank: [h for h in report.honours if h.rank == rank] for rank in RANKS}
    for kept, most in ((RANKS, MOST_WITH_OTHERS), (RANKS[:2], MOST_ROWS), (RANKS[:1], MOST_ROWS)):
        chosen = {rank: ranked[rank] for rank in kept if ranked[rank]}
        rows = _rows(chosen, most)
        if chosen and rows:
            return _field(chosen, rows, ts)
    if ranked["national"]:
        return _field({"national": ranked["national"][: COLUMNS * MOST_ROWS]}, MOST_ROWS, ts)
    return (
        _field({"other": ranked["other"][: COLUMNS * MOST_ROWS]}, MOST_ROWS, ts) if ranked["other"] else EMPTY
    )


def _rows(ranked: Ranked, most: int) -> int:
    """The fewest rows at which every rank has columns of its own; 0 where there are none."""
    for rows in range(FEWEST_ROWS, most + 1):
        if sum(-(-len(mine) // rows) for mine in ranked.values()) <= COLUMNS:
            return rows
    return 0


def _field(ranked: Ranked, rows: int, ts: Typesetter) -> Frame:
    columns: list[Frame] = []
    for rank, mine in ranked.items():
        for start in range(0, len(mine), rows):
            title = labels.RANK_TITLES[rank] if not start else ""
            columns.append(_column(title, mine[start : start + rows], ts))
    height = ROWS_Y + max(column.height for column in columns) + BOTTOM
    items = [field(Rect(0, 0, paper.SIZE[0], height), ts.theme.colour("ink-900"))]
    placed = [item for i, c in enumerate(columns) for item in c.at(paper.MARGIN + i * (WIDTH + GAP), 0)]
    return Frame(paper.SIZE[0], height, (*items, *placed))


def _column(title: str, honours: Sequence[Honour], ts: Typesetter) -> Frame:
    head = ts.paragraph(title, "fact-rank", ts.theme.colour("a1-500"))
    words = ts.text(head, WIDTH, "heading").at(0, TOP) if title else ()
    rows = stack((_row(honour, ts) for honour in honours), ROW_GAP)
    return Frame(WIDTH, rows.height, (*words, *rows.at(0, ROWS_Y)))


def _row(honour: Honour, ts: Typesetter) -> Frame:
    """The title and, in brackets, who holds it and how far it has got, verbatim."""
    more = "，".join(part for part in (honour.holder, honour.status) if part)
    words = f"{honour.text}（{more}）" if more else honour.text
    paragraph = ts.paragraph(words, "fact-honour", ts.theme.colour("white"), balance=True)
    return ts.text(paragraph, WIDTH, "list", block=f"honour:{honour.id}")
