"""What recurs on pages: the signature rule, running heads, the folio."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from reportgen.layout.brochure import grid
from reportgen.layout.brochure.book import Book
from reportgen.layout.parts.drawing import field
from reportgen.layout.parts.folio import two_digits
from reportgen.layout.parts.frame import Frame
from reportgen.layout.parts.numeral import NUMERAL_ASCENT
from reportgen.layout.parts.signature import signature_parts
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.report import Report
from reportgen.model.sheet import Item
from reportgen.model.text import Align
from reportgen.model.theme import Colour

RULE_HEIGHT = mm(0.9)
FOLIO_WIDTH, FOLIO_SIZE = mm(20), 12
CLAUSE_END = re.compile("[，、；：。！？—　 ]")


def signature_rule(x: float, y: float, width: float, report: Report, ts: Typesetter) -> tuple[Item, ...]:
    """The rule under the head of every page, split by the signature figure."""
    items: list[Item] = []
    for share, colour in signature_parts(report, ts):
        items.append(field(Rect(x, y, width * share, RULE_HEIGHT), colour))
        x += width * share
    return tuple(items)


def furniture(book: Book, name: str, section: Sequence[str] = (), *, rule: bool = True) -> tuple[Item, ...]:
    """Signature rule, running heads (section outside, series inside) and folio.

    ``section``: the outer head's wordings, of which the first that fits is set.
    """
    number = book.folio(name)
    x = grid.left_margin(number)
    items: tuple[Item, ...] = ()
    if rule:
        items = signature_rule(x, grid.RULE_Y, grid.TYPE_AREA, book.report, book.ts)
        items += _running(book, number, section)
    return (*items, *folio(book, number))


def _running(book: Book, number: int, section: Sequence[str]) -> tuple[Item, ...]:
    ts, half = book.ts, grid.TYPE_AREA / 2 - mm(2)
    x, even = grid.left_margin(number), number % 2 == 0
    report = book.report
    imprint = first_fitting((book.imprint, report.series, report.organisation), "running", half, ts)
    outer = first_fitting(section, "running-section", half, ts)
    left = running_line(
        outer if even else imprint, "running-section" if even else "running", ts, half, "left"
    )
    right = running_line(
        imprint if even else outer, "running" if even else "running-section", ts, half, "right"
    )
    return (*left.at(x, grid.RUNNING_Y), *right.at(x + grid.TYPE_AREA - half, grid.RUNNING_Y))


def wordings(title: str, lines: Sequence[str]) -> tuple[str, ...]:
    """A title whole, then its beginning up to the author's breaks and to the ends of its clauses, the longest first."""
    breaks = accumulate(map(len, lines[:-1]))
    clauses = (match.start() for match in CLAUSE_END.finditer(title))
    return (title, *(title[:end] for end in (*sorted(breaks, reverse=True), *sorted(clauses, reverse=True))))


def first_fitting(choices: Sequence[str], step: str, width: float, ts: Typesetter) -> str:
    """The first of the wordings that fits; nothing when none does: a running head is never cut."""
    fits = (words for words in choices if words and ts.width(ts.paragraph(words, step).runs) <= width)
    return next(fits, "")


def running_line(words: str, step: str, ts: Typesetter, width: float, align: Align) -> Frame:
    """One running head; black where the step is the emphasised one, else grey."""
    if not words:
        return Frame(0, 0, ())
    colour = ts.theme.colour("ink-text" if step == "running-section" else "grey-600")
    paragraph = ts.paragraph(words, step, colour)
    baseline = ts.theme.type[step].size
    return ts.line(paragraph.runs, width, ts.theme.type[step].leading, baseline, "running", align)


def folio(book: Book, number: int, colour: Colour | None = None) -> tuple[Item, ...]:
    """The page number at the outer foot."""
    ts = book.ts
    style = ts.paragraph(two_digits(number), "folio", colour)
    even = number % 2 == 0
    frame = ts.line(
        style.runs, FOLIO_WIDTH, FOLIO_SIZE, FOLIO_SIZE * NUMERAL_ASCENT, "folio", "left" if even else "right"
    )
    x = grid.left_margin(number) + (0 if even else grid.TYPE_AREA - FOLIO_WIDTH)
    return frame.at(x, grid.FOLIO_Y)
