"""How much a figure weighs among those of its section: by reasons the text gives, never by coming first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from reportgen.model.report import Figure, Report
from reportgen.story.passages import passage
from reportgen.story.prose import key_texts

SHORTEST_NAME, LONGEST_NAME = (
    2,
    4,
)  # characters that heading and label share, from which on, and up to which it counts
TOTAL = re.compile("总|累计|合计|共计|全[国省市县区]")
PART = re.compile("其中|分别")
PEOPLE = re.compile("[百千万亿]*(?:人|人次|名|户)")


class SectionWords(Struct, frozen=True):
    """What a figure is weighed against: its section's headings, the author's key spans, the other figures."""

    headings: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()


def setting(report: Report, section: int, figures: Sequence[Figure]) -> SectionWords:
    """The setting of these figures of a section."""
    part = report.sections[section]
    places = (None, *range(len(part.subsections)))
    keys = (text for j in places for text in key_texts(passage(report, section, j).paragraphs))
    return SectionWords((part.title, *(sub.title for sub in part.subsections)), tuple(keys), tuple(figures))


def weight(figure: Figure, among: SectionWords) -> int:
    """The sum of what speaks for it and against it."""
    return sum(points * holds(figure, among) for points, holds in REASONS)


def _stressed(figure: Figure, among: SectionWords) -> bool:
    return any(figure.text in key for key in among.keys)


def _named_in_heading(figure: Figure, among: SectionWords) -> int:
    """Characters in a row that a heading shares with the label: the number the section is about."""
    label, headings = figure.label, "\n".join(among.headings)  # one text is searched faster than many
    lengths = range(min(len(label), LONGEST_NAME), SHORTEST_NAME - 1, -1)
    return next((n for n in lengths if _shares(label, headings, n)), 0)


def _shares(label: str, headings: str, length: int) -> bool:
    return any(label[i : i + length] in headings for i in range(len(label) - length + 1))


def _open_above(figure: Figure, among: SectionWords) -> bool:
    return figure.quantity.open_end == "above"


def _is_total(figure: Figure, among: SectionWords) -> bool:
    before = figure.clause.partition(figure.text)[0]
    return TOTAL.search(figure.label + before) is not None


def _counts_people(figure: Figure, among: SectionWords) -> bool:
    return PEOPLE.fullmatch(figure.quantity.unit) is not None


def _is_largest(figure: Figure, among: SectionWords) -> bool:
    """Whether it is more than every other number that counts the same."""
    same = [other for other in among.figures if other.quantity.unit == figure.quantity.unit]
    others = [other.signed for other in same if other != figure and other.kind == figure.kind]
    return bool(others) and figure.signed > max(others)


def _introduces(figure: Figure, among: SectionWords) -> bool:
    return figure.subsection is None


def _is_part(figure: Figure, among: SectionWords) -> bool:
    return PART.search(figure.clause.partition(figure.text)[0]) is not None


def _is_change(figure: Figure, among: SectionWords) -> bool:
    return not figure.quantity.is_amount


REASONS: tuple[tuple[int, Callable[[Figure, SectionWords], int]], ...] = (
    (4, _stressed),
    (1, _named_in_heading),
    (2, _open_above),
    (2, _is_total),
    (1, _counts_people),
    (1, _is_largest),
    (1, _introduces),
    (-2, _is_part),
    (-1, _is_change),
)


def by_weight(figures: Iterable[Figure], among: SectionWords) -> tuple[Figure, ...]:
    """The heaviest first, equals in the order of the text."""
    return tuple(sorted(figures, key=lambda figure: -weight(figure, among)))
