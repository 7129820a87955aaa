"""The honours at the foot of the fact sheet, white on ink, a column or more for each rank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.layout.brochure.components.honour import HONOURS
from reportgen.layout.handouts import paper
from reportgen.layout.parts.drawing import field
from reportgen.layout.parts.frame import EMPTY, Frame, stack
from reportgen.layout.parts.prose_runs import KEEP_LIMIT
from reportgen.layout.parts.tagging import LABELLED, entry, sect, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.report import Honour, HonourRank, Report
from reportgen.model.text import Run
from reportgen.story.honours import RANK_TITLES, RANKS, beside_honour, by_rank

GAP = mm(5)
TOP, ROWS_Y, BOTTOM = mm(5), mm(12), mm(4)
ROW_GAP = 5.7  # points between two honours
FEWEST_ROWS = 2
COLUMNS, MOST_ALONE = 3, 18  # of one rank alone; its most entries

Ranked = Mapping[HonourRank, Sequence[Honour]]
# What is tried in turn: ranks shown, columns, rows at the most.
TRIALS = (
    (RANKS, 3, 5),
    (RANKS[:2], 3, 6),
    (RANKS[:2], 4, 8),
    (RANKS[:1], 3, 6),
    (RANKS[:1], 4, 8),
    (RANKS[2:], 3, 6),
)
TALLEST = mm(70)


def honours_field(report: Report, ts: Typesetter) -> Frame:
    """As few rows as the columns allow, every column of one rank; empty where there are no honours.

    Ranks are left out from below where not all have room, and the last entries where the field would
    take more than a quarter of the page with one rank alone.
    """
    ranked = by_rank(report)
    for ranks, columns, most in TRIALS:
        chosen = {rank: ranked[rank] for rank in ranks if rank in ranked}
        rows = _rows(chosen, columns, most)
        frame = _field(chosen, columns, rows, ts) if rows else EMPTY
        if 0 < frame.height <= TALLEST:
            return frame
    mine = next(iter(ranked.values()), ())
    for count in range(min(len(mine), MOST_ALONE), 0, -1):
        frame = _field({mine[0].rank: mine[:count]}, COLUMNS, -(-count // COLUMNS), ts)
        if frame.height <= TALLEST:
            return frame
    return EMPTY


def _rows(ranked: Ranked, columns: int, most: int) -> int:
    """The fewest rows at which every rank has columns of its own; 0 where there are none."""
    if not ranked:
        return 0
    for rows in range(FEWEST_ROWS, most + 1):
        if sum(-(-len(mine) // rows) for mine in ranked.values()) <= columns:
            return rows
    return 0


def _field(ranked: Ranked, columns: int, rows: int, ts: Typesetter) -> Frame:
    width = (paper.WIDTH - (columns - 1) * GAP) / columns
    frames: list[Frame] = []
    for rank, mine in ranked.items():
        step = -(-len(mine) // -(-len(mine) // rows))  # columns of one rank about equally long
        for start in range(0, len(mine), step):
            title = RANK_TITLES[rank] if not start else ""
            column = _column(title, mine[start : start + step], width, ts)
            frames.append(tagged(column, sect("honours"), sect(rank)))
    height = ROWS_Y + max(frame.height for frame in frames) + BOTTOM
    items = [field(Rect(0, 0, paper.SIZE[0], height), ts.theme.colour("ink-900"))]
    placed = [item for i, f in enumerate(frames) for item in f.at(paper.MARGIN + i * (width + GAP), 0)]
    return Frame(paper.SIZE[0], height, (*items, *placed))


def _column(title: str, honours: Sequence[Honour], width: float, ts: Typesetter) -> Frame:
    head = ts.paragraph(title, "fact-rank", ts.theme.colour("a1-500"))
    words = ts.text(head, width, "heading").at(0, TOP) if title else ()
    rows = stack((_row(honour, width, ts) for honour in honours), ROW_GAP)
    return Frame(width, rows.height, (*words, *rows.at(0, ROWS_Y)))


def _row(honour: Honour, width: float, ts: Typesetter) -> Frame:
    """The title and, in brackets that stay whole, who holds it and its status, verbatim."""
    style = ts.style("fact-honour", ts.theme.colour("white"))
    more = "，".join(beside_honour(honour))
    runs = [Run(honour.text, style)] + (
        [Run(f"（{more}）", style, keep=len(more) <= KEEP_LIMIT)] if more else []
    )
    frame = ts.text(ts.paragraph(runs, "fact-honour"), width, "list", block=f"honour:{honour.id}")
    return tagged(frame, HONOURS, entry(honour.id), LABELLED)
