"""Whose is this number? Each number of a extract against what the report says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportgen.model.report import Report
from reportgen.verify.direction import is_direction, says
from reportgen.verify.evidence import Extract, Fault, Seen, Wrong
from reportgen.verify.facts import SCALE, Fact, Facts, numerals_of
from reportgen.verify.flat_text import PROSE_LENGTH, FlatText
from reportgen.verify.numbers_found import Number
from reportgen.verify.own_numbers import OwnNumbers, PageTexts
from reportgen.verify.quoting import quoted, same_before, same_behind
from reportgen.verify.sayings import CELL, Occurrence, Sayings

SHORT = 4  # characters of context that tell which sentence a wrong number stands in
FREE = re.compile(
    r"[：:；;、，,。.（()）/—～~至及和与·“”|]|$"
)  # may follow a number that has no unit beside it


class Judge:
    """What a report says, and the verdict on each extract; extracts that are equal are judged once."""

    def __init__(self, report: Report, *, internal: bool = False) -> None:
        self.numerals = numerals_of(report)
        self.sayings = Sayings(report, self.numerals, internal=internal)
        self.facts = Facts(report)
        self.own = OwnNumbers.of(report)
        self.numbers = 0
        self._known: dict[Extract, Seen] = {}

    def judged(self, extract: Extract, book: PageTexts) -> Seen:
        """The figures of a extract, and its faults; ``book`` is what the pages of its file show."""
        if extract not in self._known:
            self._known[extract] = self._judge(extract, book)
        return self._known[extract]

    def _judge(self, extract: Extract, book: PageTexts) -> Seen:
        flat = FlatText(extract, self.numerals)
        figures: list[str] = []
        faults: list[Wrong] = []
        for number in flat.numbers:
            self.numbers += 1
            met, wrong = self._verdict(flat, number, book)
            figures += met
            faults += wrong
        faults += self._row(flat) if extract.row else ()
        return Seen(tuple(dict.fromkeys(figures)), tuple(dict.fromkeys(faults)))

    def _row(self, flat: FlatText) -> Iterator[Wrong]:
        """Cells that differ from the row of that name in the report's tables."""
        rows = [row for row in self.facts.rows.get(flat.lines[0], ()) if len(row) == len(flat.lines)]
        if not rows or flat.lines in rows:
            return
        likest = max(rows, key=lambda row: sum(map(str.__eq__, row, flat.lines)))
        for shown, said in zip(flat.lines, likest, strict=True):
            if shown != said:
                yield Wrong("value", shown, said, context=" ".join(flat.lines))

    def _verdict(
        self, flat: FlatText, number: Number, book: PageTexts
    ) -> tuple[tuple[str, ...], tuple[Wrong, ...]]:
        quotes = [each for each in self.sayings.by_number.get(number.token, ()) if quoted(flat, number, each)]
        if quotes:
            return tuple(id for each in quotes for id in each.saying.figures_at(each.number)), ()
        if misquoted := self.sayings.misquoted(*flat.sides(number), number):
            return (), (self._differs(flat, number, *misquoted),)
        tried = [
            (fact, _faults(flat, number, fact, self.facts.labels))
            for fact in self.facts.by_number.get(number.token, ())
        ]
        right = [fact for fact, wrong in tried if not wrong]
        if right:
            return tuple(fact.figure for fact in right if fact.figure), ()
        if self.own.owns(flat, number, book):
            return (), ()
        return (), tuple(self._wrong(flat, number, tried))

    def _wrong(
        self, flat: FlatText, number: Number, tried: list[tuple[Fact, tuple[Fault, ...]]]
    ) -> Iterator[Wrong]:
        """What is wrong with a number that no one owns as it stands."""
        context = flat.context(number)
        if tried:
            fact, wrong = min(tried, key=lambda each: ("label" in each[1], len(each[1])))
            for fault in wrong:
                yield Wrong(fault, _shown(flat, number), self._said(fact), fact.figure, context)
            return
        for fact in self.facts.by_number.get(_opposite(number.token), ()):
            if not _faults(flat, number, fact, self.facts.labels):
                yield Wrong("sign", _shown(flat, number), self._said(fact), fact.figure, context)
                return
        meant = _meant_in_prose(flat, number, self.sayings.by_number) or _meant_by_label(
            flat, number, self.facts.all
        )
        if meant is None:
            yield Wrong("stranger", _shown(flat, number), context=context)
            return
        yield self._differs(flat, number, *meant)

    def _differs(self, flat: FlatText, number: Number, token: str, figure: str) -> Wrong:
        fault: Fault = "sign" if token.lstrip("-") == number.token.lstrip("-") else "value"
        said = self.facts.written.get(figure, token)
        return Wrong(fault, _shown(flat, number), said, figure, flat.context(number))

    def _said(self, fact: Fact) -> str:
        """The figure as the text has it, with its label."""
        text = self.facts.written.get(fact.figure, f"{fact.qualifier}{fact.written}{fact.unit}{fact.suffix}")
        names = (fact.series, *fact.labels[:1]) if fact.labels != (SCALE,) else ()
        told = " ".join(dict.fromkeys(name for name in names if name))
        return f"{text}（{told}）" if told else text


def _opposite(token: str) -> str:
    return token[1:] if token.startswith("-") else f"-{token}"


def _shown(flat: FlatText, number: Number) -> str:
    return flat.text[number.start : number.end] + flat.behind(number)[:2]


def _faults(flat: FlatText, number: Number, fact: Fact, labels: frozenset[str]) -> tuple[Fault, ...]:
    """What a fact wants beside the number and does not find there."""
    near = flat.near(number)
    labelled = any(label in near for label in fact.labels) or not fact.labels
    others = flat.adjacent(number, fact.unit) & labels
    labelled = labelled and (not others or not others.isdisjoint(fact.labels))
    found: list[Fault] = []
    scale = fact.labels == (SCALE,) and all(label in flat.around(number) for label in fact.fellows)
    if labelled and fact.series and fact.series not in flat.around(number):
        labelled = False
    if not labelled and not scale and not _drawn(flat, number, fact):
        found.append("label")
    if not _has_unit(flat, number, fact):
        found.append("unit")
    words = flat.around(number) if fact.fellows else flat.beside(number)  # a scale repeats the bare number
    lost = [word for word in (fact.qualifier, fact.suffix, fact.loose) if word and word not in words]
    turned = is_direction(fact.qualifier) and fact.qualifier in lost
    if turned or not says(fact.direction, flat.said_of(number), fact.word):
        found.append("direction")
    elif lost:
        found.append("qualifier")
    return tuple(found)


def _drawn(flat: FlatText, number: Number, fact: Fact) -> bool:
    """In a chart a label may stand anywhere: it is known by all its labels, and by one of them or a value close by."""
    if not fact.fellows or not flat.extract.radius:
        return False
    near = flat.near(number)
    if not any(words in near for words in (*fact.fellows, *fact.kin)):
        return False
    around = flat.around(number)
    return all(label in around for label in fact.fellows)


def _has_unit(flat: FlatText, number: Number, fact: Fact) -> bool:
    if fact.written != fact.token:
        return fact.written in flat.lines[flat.line_of(number)]  # 3亿5000万, 6.1:10.4:83.5 in one piece
    behind = flat.behind(number).removeprefix(fact.loose)
    if not fact.unit or behind.startswith(fact.unit):
        return True
    if FREE.match(behind) or behind.startswith(fact.labels):
        return fact.unit in flat.around(number)
    return False


def _meant_in_prose(
    flat: FlatText, number: Number, known: dict[str, list[Occurrence]]
) -> tuple[str, str] | None:
    """The number that stands among the same words in the report's sentences; a lone one is in none."""
    if len(flat.text) < PROSE_LENGTH and not flat.before(number) + flat.behind(number):
        return None
    for token, occurrences in known.items():
        for each in occurrences:
            if each.saying.kind == CELL:
                continue
            left, left_whole = same_before(flat, number.start, each.saying.text, each.number.start)
            right, right_whole = same_behind(flat, number.end, each.saying.text, each.number.end)
            if left_whole and right_whole and left + right >= SHORT:
                return token, next(iter(each.saying.figures_at(each.number)), "")
    return None


def _meant_by_label(flat: FlatText, number: Number, facts: Iterable[Fact]) -> tuple[str, str] | None:
    """The value whose label and unit stand beside the number, rather one that does not stand there itself."""
    near, behind = flat.near(number), flat.behind(number)
    close = near.split("\n")  # the extract's own lines, then its company, the closest first

    def likeness(fact: Fact) -> tuple[bool, int]:
        first = next(i for i, words in enumerate(close) if any(label in words for label in fact.labels))
        return fact.token not in near, -first

    def wanting(fact: Fact) -> bool:
        if fact.unit and behind.startswith(fact.unit):
            return True
        return fact.token not in near and bool(not fact.unit or FREE.match(behind))

    labelled = (fact for fact in facts if any(label in near for label in fact.labels))
    best = max(filter(wanting, labelled), key=likeness, default=None)
    return None if best is None else (best.written, best.figure)
