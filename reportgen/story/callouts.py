"""Which figures stand out as callouts, and which of them belong together."""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct

from reportgen.model.chart import ChartSpec
from reportgen.model.report import Chart, Component, Figure, Report, Stats
from reportgen.story.figure_words import before_numeral
from reportgen.story.hero import hero_figure
from reportgen.story.passages import Passage
from reportgen.story.weight import setting, weight

FEWEST_AT_A_GLANCE = 4
MOST_OUT_OF_CHART = 2  # data of a chart whose figures are callouts of an overview too

CalloutFigures = tuple[Figure, ...]  # one figure, or two that share a row


class Column(Struct, frozen=True):
    """A section's callouts."""

    section: int
    cells: tuple[CalloutFigures, ...]
    weights: tuple[int, ...] = ()  # of the cells, where no subsections take turns

    def within(self, rooms: int, height: Callable[[CalloutFigures], int]) -> tuple[CalloutFigures, ...]:
        """The author's and the heaviest cells that are together no higher than so many, in their order."""
        if not self.weights:
            return self.cells
        chosen: set[int] = set()
        left = rooms
        order = sorted(range(len(self.cells)), key=lambda i: (_rank(self.cells[i]), -self.weights[i]))
        for i in order:
            tall = height(self.cells[i])
            if tall <= left or (not chosen and left):
                chosen.add(i)
                left -= tall
        return tuple(cell for i, cell in enumerate(self.cells) if i in chosen)


def drawn_in(charts: Iterable[ChartSpec]) -> frozenset[str]:
    """The ids of the figures that charts show: beside them they need no callout."""
    return frozenset(id for spec in charts for id in spec.figures)


def stands_alone(figure: Figure) -> bool:
    """Whether the figure may stand as one large numeral: it is no ratio, and its author lets it leave the text."""
    return not figure.inline and figure.quantity.kind != "ratio"


def callouts(
    report: Report, place: Passage, drawn: Container[str], *, quiet: bool = True
) -> tuple[Figure, ...]:
    """The passage's callouts: those the author chose, else every figure that stands alone; none that is drawn.

    The author's hero leads the report and is no callout of a passage. ``quiet``: those of harm too, where their
    sentence is not shown beside them.
    """
    chosen = [id for part in place.components if isinstance(part, Stats) for id in part.figures]
    plain = (figure for figure in _plain(place.figures) if quiet or not figure.quiet)
    found = (report.figure(id) for id in chosen) if chosen else plain
    return tuple(figure for figure in found if figure.id not in drawn)


def _plain(figures: Iterable[Figure]) -> Iterator[Figure]:
    return (figure for figure in figures if stands_alone(figure) and not figure.hero)


def lead_figures(report: Report) -> tuple[Figure, ...]:
    """The lead's figures beside the hero, ratios too."""
    hero = hero_figure(report)
    return tuple(f for f in report.figures_of(None, None) if f != hero and not f.inline)


def columns(report: Report, *, quiet: bool = False) -> tuple[Column, ...]:
    """An overview: each section's figures, its introduction's first, then one of each subsection in turn.

    Those the author chose (``.top``) come before all others. ``quiet``: those of harm too.
    """
    details = _details(report)
    hero = hero_figure(report)
    chosen = []
    for i in range(len(report.sections)):
        mine = [f for f in report.figures if f.section == i and f != hero and (quiet or not f.quiet)]
        shown = [f for f in mine if f.top or not (f.inline or f.id in details)]
        cells = tuple(sorted(pairs(_in_turn(shown)), key=_rank))
        chosen.append(Column(i, cells, () if report.sections[i].subsections else _weights(report, i, cells)))
    return tuple(column for column in chosen if column.cells)


def _weights(report: Report, section: int, cells: Sequence[CalloutFigures]) -> tuple[int, ...]:
    among = setting(report, section, [figure for cell in cells for figure in cell])
    return tuple(max(weight(figure, among) for figure in cell) for cell in cells)


def _rank(cell: CalloutFigures) -> float:
    """The author's order, then what she leaves open."""
    return min(figure.top or math.inf for figure in cell)


def is_subdued(figure: Figure, report: Report) -> bool:
    """Whether its numeral stays as small as those of the harm its passage counts: none of them stands out."""
    passage_figures = report.figures_of(figure.section, figure.subsection)
    return not figure.leads and any(other.quiet for other in passage_figures if not other.inline)


def at_a_glance(report: Report) -> bool:
    """Whether there are figures enough for a page of them; fewer stand beside the lead."""
    shown = sum(len(cell) for column in columns(report) for cell in column.cells)
    return shown + (hero_figure(report) is not None) >= FEWEST_AT_A_GLANCE


def _details(report: Report) -> set[str]:
    """Figures that only make sense within their chart: rankings of three and more, counts by status."""
    ids: set[str] = set()
    parts: list[Component] = [c for s in report.sections for c in s.components]
    parts += [c for s in report.sections for sub in s.subsections for c in sub.components]
    for part in parts:
        if isinstance(part, Chart) and _is_ranking(part.spec):
            ids |= {d.figure for d in part.spec.data if len(part.spec.data) > 1}
    return {id for id in ids if id and len(report.figure(id).quantity.values) == 1}


def _is_ranking(spec: ChartSpec) -> bool:
    return len(spec.data) > MOST_OUT_OF_CHART or any(datum.status for datum in spec.data)


def _in_turn(figures: Sequence[Figure]) -> list[Figure]:
    """Introduction first, then the subsections' figures round by round."""
    groups: dict[int | None, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(figure.subsection, []).append(figure)
    intro = groups.pop(None, [])
    rounds = zip_longest(*(pairs(group) for group in groups.values()))
    return intro + [figure for turn in rounds for cell in turn if cell for figure in cell]


def pairs(figures: Sequence[Figure]) -> list[CalloutFigures]:
    """Neighbours of one series share a row where both are narrow."""
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


def is_ratio(cell: CalloutFigures) -> bool:
    """Whether the cell is one ratio, which is shown as a bar of its parts and not as a numeral."""
    return len(cell) == 1 and cell[0].quantity.kind == "ratio"


def slim(figure: Figure) -> bool:
    """Whether numeral and unit go into half a column."""
    return len(figure.numeral) + len(before_numeral(figure)) <= 5 and len(figure.quantity.unit) <= 2
