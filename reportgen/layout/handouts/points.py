"""Which words of the text may stand as points on the fact sheet, in the order they are preferred.

Declared key spans first, one of each passage in turn and the subsections' before the introduction's;
then whole sentences in the same turn. What repeats a figure or an honour that is shown comes last.
Nothing is ever shortened: what does not fit is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from msgspec import Struct

from reportgen.model.report import Report
from reportgen.story.pieces import Passage, key_texts, passage
from reportgen.story.prose import sentences


class TextPoint(Struct, frozen=True):
    """A verbatim stretch of the text; ``place`` orders points as the text does."""

    text: str
    place: tuple[int, int]
    block: str


def lead_points(report: Report, shown: Iterable[str]) -> tuple[TextPoint, ...]:
    """Points of the lead alone."""
    return _ranked([(passage(report, None, None), 0, "lead")], shown)


def section_points(report: Report, section: int, shown: Iterable[str]) -> tuple[TextPoint, ...]:
    """Points of a section: its subsections' in turn, then its introduction's."""
    count = len(report.sections[section].subsections)
    subs = [(passage(report, section, j), j + 1, f"{section}.{j}") for j in range(count)]
    return _ranked([*subs, (passage(report, section, None), 0, f"{section}")], shown)


def _ranked(places: Sequence[tuple[Passage, int, str]], shown: Iterable[str]) -> tuple[TextPoint, ...]:
    said = tuple(shown)
    keys = _in_turn([_points(key_texts(place), place, order, block) for place, order, block in places])
    whole = _in_turn([_points(_sentences(place), place, order, block) for place, order, block in places])
    return tuple(sorted((*keys, *whole), key=lambda point: any(words in point.text for words in said)))


def _points(texts: Iterable[str], place: Passage, order: int, block: str) -> list[TextPoint]:
    return [TextPoint(text, (order, place.text.index(text)), block) for text in texts]


def _sentences(place: Passage) -> tuple[str, ...]:
    spoken = ("".join(s.text for s in group) for p in place.paragraphs for group in sentences(p))
    return tuple(dict.fromkeys(text for text in spoken if text.strip()))


def _in_turn(groups: Sequence[Sequence[TextPoint]]) -> list[TextPoint]:
    return [point for turn in zip_longest(*groups) for point in turn if point]
