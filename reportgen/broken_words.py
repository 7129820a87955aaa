"""Words, names and numbers that had to be cut because they are wider than their column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.characters import placed_texts
from reportgen.errors import Message, Place, Problem
from reportgen.model.report import Report
from reportgen.model.sheet import Document, Item, SheetItem, TableItem, TextBox
from reportgen.model.text import Line

HINT = Message(
    "换短一些的写法，或在可以断开处加软连字符（U+00AD）、零宽空格（U+200B）",
    "write it shorter, or put a soft hyphen (U+00AD) or a zero-width space (U+200B) where it may be divided",
)


def broken_words(documents: Iterable[Document], report: Report) -> tuple[Problem, ...]:
    """A warning for each word cut by an emergency break in any of the planned outputs, once a report."""
    broken = dict.fromkeys(
        line.broken
        for document in documents
        for sheet in document.sheets
        for line in _lines(sheet.items)
        if line.broken
    )
    return tuple(_problem(word, _place(word, report)) for word in broken)


def _lines(items: Iterable[Item]) -> Iterator[Line]:
    for item in items:
        if isinstance(item, TextBox):
            yield from item.lines
        elif isinstance(item, TableItem):
            yield from (line for row in item.rows for cell in row for line in cell.lines)
        elif isinstance(item, SheetItem):
            yield from _lines(item.sheet.items)


def _place(word: str, report: Report) -> Place | None:
    """The place of the word in the report, else the report itself."""
    for text, place in placed_texts(report):
        column = text.find(word)
        if column >= 0:
            return place.along(column) if place else None
    return Place(f"{report.folder}/report.md")


def _problem(word: str, place: Place | None) -> Problem:
    zh = f"“{word}”比它所在的栏宽，只好从中断开"
    return Problem(Message(zh, f"'{word}' is wider than its column and is cut"), place, HINT, "warning")
