"""The report in a few numbers: the hero, and beside it the author's, else those of lead and sections that weigh most."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reportgen.model.report import Figure, Report
from reportgen.story.callouts import lead_figures
from reportgen.story.hero import chosen_figures, hero_figure
from reportgen.story.weight import SectionWords, by_weight, setting

MOST = 6  # beside the hero
MOST_OF_LEAD = 3
MOST_SECTIONS_OF_TWO = 3  # more sections give one number each
ALONE = SectionWords()
WEIGHTY = ("number", "growth", "range")  # kinds whose values can be held against each other


class KeyNumbers(Struct, frozen=True):
    """The hero, None where the report has none, and the numbers beside it."""

    hero: Figure | None
    others: tuple[Figure, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All of them, the hero first; none where the report has none."""
        return (*((self.hero,) if self.hero else ()), *self.others)


def key_numbers(report: Report, most: int = MOST) -> KeyNumbers:
    """The hero, then those the author chose (``.top``), in her order.

    Else the lead's figures, then two of each of up to three sections, or one of each of more; ``most``: of these.
    """
    hero = hero_figure(report)
    if chosen := chosen_figures(report):
        return KeyNumbers(hero, tuple(figure for figure in chosen if figure != hero))
    lead = tuple(figure for figure in lead_figures(report) if not figure.quiet)
    few = lead if len(lead) <= MOST_OF_LEAD + 1 else lead[:MOST_OF_LEAD]  # none is left over alone
    others = (*(few if report.sections else lead), *_of_sections(report, hero))
    return KeyNumbers(hero, others[:most])


def _of_sections(report: Report, hero: Figure | None) -> tuple[Figure, ...]:
    groups = [
        [f for f in report.figures if f.section == i and not (f.inline or f.quiet or f == hero)]
        for i in range(len(report.sections))
    ]
    chosen = [weightiest(group, setting(report, i, group)) for i, group in enumerate(groups) if group]
    if len(chosen) <= MOST_SECTIONS_OF_TWO:
        return tuple(pair[row] for row in range(2) for pair in chosen if row < len(pair))
    return tuple(pair[0] for pair in chosen)


def weightiest(figures: Sequence[Figure], among: SectionWords = ALONE, count: int = 2) -> tuple[Figure, ...]:
    """The introduction's shares in words, the subsections' open-ended and largest numbers, the rest by weight."""
    inside = [f for f in figures if f.subsection is not None and f.quantity.kind in WEIGHTY]
    above = [f for f in inside if f.quantity.open_end == "above"]
    largest = sorted(inside, key=lambda f: -f.quantity.values[0])
    intro = [f for f in figures if f.subsection is None]
    words = [f for f in intro if f.quantity.kind == "fraction"]
    ordered = {f.id: f for f in (*words, *above, *largest[:1], *by_weight(figures, among))}
    return tuple(ordered.values())[:count]
