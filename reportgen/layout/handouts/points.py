"""Which words of the text may stand as points on the fact sheet, in the order they are preferred.

Declared key spans first, one of each passage in turn and the subsections' before the introduction's;
then whole sentences of passages without any. What repeats a figure or an honour that is shown, or
another point, comes last. Nothing is ever shortened: what does not fit is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from reportgen.layout.prose import sentences
from reportgen.layout.slides.pieces import Passage, key_texts, passage
from reportgen.model.report import Report


@dataclass(frozen=True, slots=True)
class Point:
    """A verbatim stretch of the text; ``place`` orders points as the text does."""

    text: str
    place: tuple[int, int]
    block: str


def lead_points(report: Report, shown: Iterable[str]) -> tuple[Point, ...]:
    """The lead's key spans, then its sentences."""
    place = passage(report, None, None)
    texts = dict.fromkeys((*key_texts(place), *_sentences(place)))
    points = [Point(text, (0, place.text.index(text)), "lead") for text in texts]
    return _ranked([points], shown)


def section_points(report: Report, section: int, shown: Iterable[str]) -> tuple[Point, ...]:
    """Points of a section: its subsections' in turn, then its introduction's."""
    count = len(report.sections[section].subsections)
    subs = [_points(passage(report, section, j), j + 1, f"{section}.{j}") for j in range(count)]
    intro = _points(passage(report, section, None), 0, f"{section}")
    return _ranked([*subs, intro], shown)


def _points(place: Passage, order: int, block: str) -> list[Point]:
    texts: Sequence[str] = key_texts(place) or _sentences(place)
    at = [place.text.index(text) for text in texts]
    return [Point(text, (order, k), block) for text, k in zip(texts, at, strict=True)]


def _sentences(place: Passage) -> tuple[str, ...]:
    spoken = ("".join(s.text for s in group) for p in place.paragraphs for group in sentences(p))
    return tuple(dict.fromkeys(text for text in spoken if text.strip()))


def _ranked(groups: Sequence[Sequence[Point]], shown: Iterable[str]) -> tuple[Point, ...]:
    """One of each group in turn; what is shown already behind the rest."""
    said = tuple(shown)
    turns = [point for turn in zip_longest(*groups) for point in turn if point]
    return tuple(sorted(turns, key=lambda point: any(words in point.text for words in said)))
