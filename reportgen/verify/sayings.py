"""Everything a report says, where each number of it stands: sentences, names and the figures within them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct

from reportgen.model.report import (
    Chart,
    Component,
    Ledger,
    Panels,
    Paragraph,
    Picture,
    Plates,
    Quote,
    Report,
    Stats,
    Table,
)
from reportgen.verify.numbers_found import Number, Numerals, stripped

PROSE, NAME, CELL = "prose", "name", "cell"
TELLING = 5  # characters before a number that tell which sentence it is out of
MERE_NUMBER = re.compile(r"[-−－–+]?[\d,.，]+")


class Saying(Struct, frozen=True):
    """Words of the report without white space; ``figures`` are stretches of it and their ids."""

    text: str
    kind: str
    words: str  # as written
    figures: tuple[tuple[int, int, str], ...] = ()

    def figures_at(self, number: Number) -> tuple[str, ...]:
        return tuple(id for start, end, id in self.figures if start < number.end and number.start < end)


class Occurrence(Struct, frozen=True):
    """A number of the report at its place in a saying."""

    saying: Saying
    number: Number


class Sayings:
    """The report's words by the numbers in them; ``prose`` is every sentence run together."""

    def __init__(self, report: Report, numerals: Numerals, *, internal: bool = False) -> None:
        self.prose = tuple(_paragraph(each) for each in _paragraphs(report, internal=internal))
        said = (*self.prose, *_names(report), *_imprint(report), *_cells(report))
        self.by_number: dict[str, list[Occurrence]] = {}
        self._before: dict[str, list[Occurrence]] = {}
        for saying in dict.fromkeys(said):
            for number in numerals.numbers((saying.words,)):
                occurrence = Occurrence(saying, number)
                self.by_number.setdefault(number.token, []).append(occurrence)
                self._before.setdefault(
                    saying.text[max(0, number.start - TELLING) : number.start], []
                ).append(occurrence)

    def misquoted(self, before: str, behind: str, number: Number) -> tuple[str, str] | None:
        """Number and figure of the sentence these words are out of, where it has another number between them."""
        if len(before) < TELLING:
            return None
        for each in self._before.get(before[-TELLING:], ()):
            said = each.saying.text[each.number.end :]
            same = behind[:TELLING] == said[: len(behind[:TELLING])]
            if each.saying.kind == PROSE and same and each.number.token != number.token:
                return each.number.token, next(iter(each.saying.figures_at(each.number)), "")
        return None


def _paragraphs(report: Report, *, internal: bool) -> Iterator[Paragraph]:
    yield from report.paragraphs()
    yield from report.lead_speaker
    yield from report.lead_internal if internal else ()
    for section in report.sections:
        yield from section.speaker
        yield from section.internal if internal else ()
        for subsection in section.subsections:
            yield from subsection.speaker
            yield from subsection.internal if internal else ()


def _said(words: str, kind: str) -> Saying:
    return Saying(stripped(words), kind, words)


def _paragraph(paragraph: Paragraph) -> Saying:
    text, figures = "", []
    for span in paragraph.spans:
        start = len(text)
        text += stripped(span.text)
        if mark := span.marked("figure"):
            figures.append((start, len(text), mark.id))
    return Saying(text, PROSE, paragraph.text, tuple(figures))


def _names(report: Report) -> Iterator[Saying]:
    """Words that stand alone: headings, names, labels, honours and what the components say."""
    words = chain(_head(report), _headings(report), _labels(report), _shown(report.components()))
    for text in dict.fromkeys(words):
        if text:
            yield _said(text, NAME)


def _head(report: Report) -> Iterator[str]:
    yield from (report.title, report.series, report.organisation, report.byline, report.date)
    yield f"截至{report.asof}" if report.asof else ""
    yield from report.names


def _headings(report: Report) -> Iterator[str]:
    for section in report.sections:
        yield section.title
        for subsection in section.subsections:
            yield from (subsection.title, subsection.kicker, subsection.headline)


def _labels(report: Report) -> Iterator[str]:
    for figure in report.figures:
        yield from (figure.label, figure.series, figure.note, figure.status, *figure.parts)
        yield from (f"（截至{figure.asof}）" if figure.asof else "", figure.unit)
        yield f"（{figure.period}）" if figure.period else ""
    for honour in report.honours:
        yield from (honour.text, honour.title, honour.level, honour.status, honour.holder)


def _shown(components: Iterable[Component]) -> Iterator[str]:
    for part in components:
        if isinstance(part, Chart):
            spec = part.spec
            yield from (spec.title, spec.unit, spec.note, spec.source)
            for series in spec.series:
                yield series.label
                yield from (datum.label for datum in series.data)
        elif isinstance(part, Table):
            yield part.title
        elif isinstance(part, Picture):
            yield from (part.alt, part.credit)
        elif isinstance(part, Quote):
            yield from part.lines
        else:
            yield from _listed(part)


def _listed(part: Stats | Ledger | Panels | Plates) -> Iterator[str]:
    if isinstance(part, Plates):
        yield from chain.from_iterable((plate.name, plate.note) for plate in part.plates)
        return
    yield part.title
    if isinstance(part, Ledger):
        yield part.note
        yield from chain.from_iterable((row.verb, row.object) for row in part.rows)
    elif isinstance(part, Panels):
        yield from chain.from_iterable((group.head, *group.items) for group in part.groups)


def _imprint(report: Report) -> Iterator[Saying]:
    """Lines of the back cover, which have to stand alone: a telephone number is nothing else."""
    for words in chain.from_iterable(report.contact):
        if words:
            yield _said(words, CELL)


def _cells(report: Report) -> Iterator[Saying]:
    """The words around a table, and of its cells the heads and those that are no mere numbers."""
    for table in report.tables:
        yield from (_said(words, NAME) for words in (table.title, table.unit, table.source) if words)
        heads = (head for name in table.header for head in (name, name.partition("（")[0]))
        first = (row[0] for row in table.rows)
        worded = (cell for row in table.rows for cell in row[1:] if not MERE_NUMBER.fullmatch(stripped(cell)))
        yield from (_said(cell, CELL) for cell in dict.fromkeys((*heads, *first, *worded)) if cell)
