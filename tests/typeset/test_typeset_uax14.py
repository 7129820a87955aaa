"""Unicode's line break cases for the classes Chinese text uses, and where Chinese rules want it otherwise."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from samples import fonts

from reportgen.model.text import Run, Style
from reportgen.model.theme import Colour
from reportgen.typeset.segments import KEPT, make_segment

CASES = Path(__file__).parent / "data" / "LineBreakTest.txt"
BODY = Style("serif-400", 10, Colour("ink-text", (0, 0, 0, 100), (31, 31, 29)))


class Place(NamedTuple):
    """A place between two characters of a case; ``left`` is the class before it, spaces passed over."""

    left: str
    spaced: bool
    right: str
    may_break: bool
    text: str


class Deviation(NamedTuple):
    """Classes beside a place where we do not do as UAX #14 says; no classes: any."""

    left: str
    right: str
    spaced: bool | None
    uax_breaks: bool
    wanted_by: str

    def covers(self, place: Place) -> bool:
        return (
            place.may_break is self.uax_breaks
            and self.spaced in (None, place.spaced)
            and place.left in (self.left.split() or [place.left])
            and place.right in (self.right.split() or [place.right])
        )


DEVIATIONS = (
    Deviation("", "B2", None, True, "a dash does not begin a line (CLREQ strict level, T-03)"),
    Deviation("", "NS", True, True, "what must not begin a line does not after a space either (CLREQ 3.1.2)"),
    Deviation("", "GL", True, True, "a fixed space does not begin a line"),
    Deviation("ZW", "WJ", True, True, "a word joiner joins, whatever stands before it"),
    Deviation("GL SY", "", True, True, "what must not end a line does not before a space either (T-02)"),
    Deviation("SY", "OP", False, True, "a slash does not end a line (CLREQ GB level, T-02)"),
    Deviation(
        "CL CP EX HY IS SY", "AL NU PO PR OP", False, True,
        "Latin words and numbers are divided at author's hyphens, syllables and address marks only (T-17)",
    ),
    Deviation("BA HY", "GL", False, True, "a fixed space or hyphen does not begin a line"),
    Deviation("PO PR IN", "PO PR OP", False, True, "signs without a space between them are one word (T-17)"),
    Deviation("NU", "PO", True, True, "a number keeps its percent sign after a space too (T-17)"),
    Deviation("B2 CL NS", "QU", False, False, "a straight quote says nothing of its side; Chinese breaks around it"),
    Deviation("QU", "OP", None, False, "a straight quote says nothing of its side; LB15 was narrowed in Unicode 15.1"),
    Deviation("B2 NS", "HY", False, False, "a hyphen after Chinese is the sign of the number that follows (T-17)"),
)  # fmt: skip


def places() -> Iterator[tuple[Place, bool]]:
    """Every place of every case and whether our lines may end there."""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        case, classes = line.split("\t# ")
        text = "".join(chr(int(code, 16)) for code in re.findall("[0-9A-F]{4,}", case))
        ours = line_ends(text)
        kinds = classes.split()
        for at, mark in enumerate(re.findall("[×÷]", case)[1:-1], 1):
            before = [kind for kind in kinds[:at] if kind != "SP"] or ["SP"]
            spaced = kinds[at - 1] == "SP"
            place = Place(before[-1], spaced, kinds[at], mark == "÷", f"{text!r} at {at}")
            yield place, at in ours


def line_ends(text: str) -> set[int]:
    segment = make_segment((Run(text, BODY),), fonts())
    ends, at = set(), 0
    for cell, gap in zip(segment.cells, segment.gaps, strict=True):
        if at and gap.penalty < KEPT:
            ends.add(at)
        at += len(cell.text)
    assert at == len(text)
    return ends


def test_lines_end_where_unicode_says_but_for_the_listed_deviations():
    checked, unlisted, met = 0, [], set()
    for place, ours in places():
        checked += 1
        if ours is place.may_break:
            continue
        found = [deviation for deviation in DEVIATIONS if deviation.covers(place)]
        met.update(found)
        if not found:
            unlisted.append(place)
    assert checked > 1500
    assert unlisted == []
    assert [deviation for deviation in DEVIATIONS if deviation not in met] == []
