"""Which figures stand out as callouts, and which of them belong together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from msgspec import Struct

from reportgen.model.report import Chart, Figure, Report

FEWEST_AT_A_GLANCE = 4

CalloutFigures = tuple[Figure, ...]  # one figure, or two that share a row


class Column(Struct, frozen=True):
    """A section's callouts."""

    section: int
    cells: tuple[CalloutFigures, ...]


def hero_figure(report: Report) -> Figure | None:
    """The figure marked as hero, else the lead's first single number."""
    marked = [figure for figure in report.figures if figure.hero]
    lead = [f for f in report.figures if f.section is None and f.quantity.kind in ("number", "percent")]
    return next(iter(marked + lead), None)


def verdict(figure: Figure, report: Report) -> tuple[str, ...]:
    """The rank the lead's honours state for the figure's subject."""
    return tuple(
        h.status for h in report.honours if h.section is None and h.text == figure.label and h.status
    )[:1]


def columns(report: Report) -> tuple[Column, ...]:
    """Each section's figures: its introduction's first, then one of each subsection in turn."""
    details = _details(report)
    hero = hero_figure(report)
    chosen = []
    for i in range(len(report.sections)):
        mine = [
            f for f in report.figures if f.section == i and f.id not in details and f != hero and not f.inline
        ]
        chosen.append(Column(i, tuple(pairs(_in_turn(mine)))))
    return tuple(column for column in chosen if column.cells)


def at_a_glance(report: Report) -> bool:
    """Whether there are figures enough for a page of them; fewer stand beside the lead."""
    shown = sum(len(cell) for column in columns(report) for cell in column.cells)
    return shown + (hero_figure(report) is not None) >= FEWEST_AT_A_GLANCE


def _details(report: Report) -> set[str]:
    """Figures that only make sense within their chart: rankings of three and more, counts by status."""
    ids: set[str] = set()
    parts = [c for s in report.sections for c in s.components]
    parts += [c for s in report.sections for sub in s.subsections for c in sub.components]
    for part in parts:
        if isinstance(part, Chart) and (len(part.spec.data) > 2 or any(d.status for d in part.spec.data)):
            ids |= {d.figure for d in part.spec.data if len(part.spec.data) > 1}
    return {id for id in ids if id and len(report.figure(id).quantity.values) == 1}


def _in_turn(figures: Sequence[Figure]) -> list[Figure]:
    """Introduction first, then the subsections' figures round by round."""
    groups: dict[int | None, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(figure.subsection, []).append(figure)
    intro = groups.pop(None, [])
    rounds = zip_longest(*(_grouped(group) for group in groups.values()))
    return intro + [figure for turn in rounds for cell in turn if cell for figure in cell]


def _grouped(figures: Sequence[Figure]) -> list[CalloutFigures]:
    return list(pairs(figures))


def pairs(figures: Sequence[Figure]) -> list[CalloutFigures]:
    """Neighbours of one series or one unit in one clause share a row."""
    cells: list[CalloutFigures] = []
    for figure in figures:
        last = cells[-1][0] if cells and len(cells[-1]) == 1 else None
        if last and _akin(last, figure):
            cells[-1] = (last, figure)
        else:
            cells.append((figure,))
    return cells


def _akin(first: Figure, second: Figure) -> bool:
    if not slim(first) or not slim(second):
        return False
    return bool(first.series) and first.series == second.series


def slim(figure: Figure) -> bool:
    """Whether numeral and unit go into half a column."""
    return len(figure.numeral) + len(figure.quantity.qualifier) <= 5 and len(figure.quantity.unit) <= 2
