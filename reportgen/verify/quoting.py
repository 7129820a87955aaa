"""Whether a number stands among the same words as in the report."""

from __future__ import annotations

from reportgen.verify.flat_text import FlatText
from reportgen.verify.numbers_found import Number
from reportgen.verify.sayings import CELL, PROSE, Occurrence

REACH = 8  # characters on either side that make a quotation where it does not end before
FEWEST = 4  # characters of context a sentence's number needs
SEAMS = frozenset("：；。，、（）·！？“”")  # what a shown piece of a sentence may end at


def quoted(flat: FlatText, number: Number, occurrence: Occurrence) -> bool:
    """Whether the number stands in the extract among the same words as in the report."""
    saying, there = occurrence.saying, occurrence.number
    left, left_whole = same_before(flat, number.start, saying.text, there.start)
    right, right_whole = same_behind(flat, number.end, saying.text, there.end)
    if saying.kind == CELL:
        return (
            flat.before(number) == saying.text[: there.start]
            and flat.behind(number) == saying.text[there.end :]
        )
    if not (left_whole and right_whole):
        return False
    whole = left == there.start and right == len(saying.text) - there.end
    alone = saying.kind == PROSE or not (saying.text[: there.start] or saying.text[there.end :])
    return left + right >= FEWEST or (whole and not alone)


def same_before(flat: FlatText, at: int, said: str, there: int) -> tuple[int, bool]:
    """How many characters before both numbers are the same, and whether that is all there is to compare."""
    same, most = 0, min(at, there, REACH)
    while same < most and flat.text[at - same - 1] == said[there - same - 1]:
        same += 1
    stop = at - same
    whole = same in (REACH, there) or stop in flat.edges or flat.text[stop - 1] in SEAMS
    return same, whole


def same_behind(flat: FlatText, at: int, said: str, there: int) -> tuple[int, bool]:
    """The same of the characters behind both numbers."""
    same, most = 0, min(len(flat.text) - at, len(said) - there, REACH)
    while same < most and flat.text[at + same] == said[there + same]:
        same += 1
    stop = at + same
    whole = same == REACH or same == len(said) - there or stop in flat.edges or flat.text[stop] in SEAMS
    return same, whole
