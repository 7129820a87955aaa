"""A report's prose against the text it was marked from, character by character."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from msgspec import Struct

from reportgen.errors import Message, Place, Problem
from reportgen.model.report import Paragraph, Report
from reportgen.verify.original import Original

SHOWN = 24  # characters of a difference that are shown
BEFORE = 6  # characters shown before it


class Unit(Struct, frozen=True):
    """A heading or paragraph of the report, and where its pieces stand in the file."""

    text: str
    places: tuple[tuple[int, Place | None], ...]  # offset of each piece

    def place(self, at: int) -> Place | None:
        """Where the character stands in the report's file."""
        i = bisect_right([offset for offset, _ in self.places], at) - 1
        offset, place = self.places[max(i, 0)]
        return place.along(at - offset) if place else None


class Difference(Struct, frozen=True):
    """What one text has where the other has something else; paragraph and character count from 1."""

    original: str
    report: str
    before: str
    paragraph: int
    character: int
    place: Place | None


class Comparison(Struct, frozen=True):
    """The differences in the order of the text, and what was compared with nothing."""

    differences: tuple[Difference, ...]
    paragraphs: int  # of the original
    characters: int
    head: tuple[str, ...]  # paragraphs of the original that are the report's title, series and the like
    skipped: tuple[Message, ...]


def compare(report: Report, original: Original) -> Comparison:
    """Every difference between the report's headings and prose and the original's paragraphs."""
    aside = frozenset(words for words in _head(report) if words)
    units = tuple(_units(report))
    texts = {unit.text for unit in units}
    numbered = [
        (n, text) for n, text in enumerate(original.paragraphs, 1) if text in texts or text not in aside
    ]
    head = tuple(text for text in original.paragraphs if text in aside and text not in texts)
    found = tuple(_differences(numbered, units))
    size = sum(map(len, original.paragraphs))
    return Comparison(found, len(original.paragraphs), size, head, (*original.unread, *_skipped(report)))


def _head(report: Report) -> tuple[str, ...]:
    """What stands in the file's head; a title's line breaks are blanks there."""
    unbroken = report.title.replace(" ", "")
    return (report.title, unbroken, report.series, report.organisation, report.byline, report.date)


def _skipped(report: Report) -> Iterator[Message]:
    speaker = len(report.lead_speaker) + sum(
        len(section.speaker) + sum(len(sub.speaker) for sub in section.subsections)
        for section in report.sections
    )
    if speaker:
        yield Message(f"发言提示 {speaker} 段", f"{speaker} paragraphs for the speaker")
    if report.tables:
        yield Message(f"数据表 {len(report.tables)} 个", f"{len(report.tables)} tables of data")


def _units(report: Report) -> Iterator[Unit]:
    yield from map(_unit, report.lead)
    for section in report.sections:
        yield Unit(section.title, ((0, section.place),))
        yield from map(_unit, section.intro)
        for subsection in section.subsections:
            yield Unit(subsection.title, ((0, subsection.place),))
            yield from map(_unit, subsection.body)


def _unit(paragraph: Paragraph) -> Unit:
    starts = accumulate((len(span.text) for span in paragraph.spans), initial=0)
    places = tuple((start, span.place) for start, span in zip(starts, paragraph.spans, strict=False))
    lost = len(paragraph.text) - len(paragraph.text.lstrip())
    return Unit(paragraph.text.strip(), tuple((max(0, at - lost), place) for at, place in places))


def _differences(original: Sequence[tuple[int, str]], units: Sequence[Unit]) -> Iterator[Difference]:
    """Equal paragraphs are passed over; what stands between them is compared by characters."""
    texts = [text for _, text in original]
    blocks = SequenceMatcher(None, texts, [unit.text for unit in units], autojunk=False)
    for tag, a, b, c, d in blocks.get_opcodes():
        if tag != "equal":
            yield from _within(original[a:b], units[c:d], units[max(0, c - 1) : c])


def _within(
    original: Sequence[tuple[int, str]], units: Sequence[Unit], last: Sequence[Unit]
) -> Iterator[Difference]:
    """Differences of stretches of paragraphs, their ends kept as characters of their own."""
    one, other = "\n".join(text for _, text in original), "\n".join(unit.text for unit in units)
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        paragraph, character = _counted(original, a)
        before = one[max(0, a - BEFORE) : a]
        yield Difference(one[a:b], other[c:d], before, paragraph, character, _placed(units or last, c))


def _counted(original: Sequence[tuple[int, str]], at: int) -> tuple[int, int]:
    """Paragraph and character of an offset; 0 where the original has no paragraph here."""
    starts = list(accumulate((len(text) + 1 for _, text in original[:-1]), initial=0))
    i = bisect_right(starts, at) - 1
    return (original[i][0], at - starts[i] + 1) if original else (0, 0)


def _placed(units: Sequence[Unit], at: int) -> Place | None:
    starts = list(accumulate((len(unit.text) + 1 for unit in units[:-1]), initial=0))
    i = bisect_right(starts, at) - 1
    return units[i].place(at - starts[i]) if units else None


def problems_of(comparison: Comparison, name: str) -> tuple[Problem, ...]:
    """The differences as problems, each at its place in the report's file."""
    return tuple(_problem(difference, name) for difference in comparison.differences)


def _problem(difference: Difference, name: str) -> Problem:
    there = Message("", "")
    if difference.paragraph:
        there = Message(
            f"（{name} 第 {difference.paragraph} 段第 {difference.character} 字，“{difference.before}”之后）",
            f" ({name}, paragraph {difference.paragraph}, character {difference.character}, "
            f"after '{difference.before}')",
        )
    one, other = _short(difference.original), _short(difference.report)
    if not difference.report:
        said = Message(f"原稿的“{one}”这里没有", f"the original's '{one}' is missing here")
    elif not difference.original:
        said = Message(f"“{other}”原稿没有", f"'{other}' is not in the original")
    else:
        said = Message(f"原稿“{one}”，这里“{other}”", f"'{one}' in the original, '{other}' here")
    return Problem(Message(said.zh + there.zh, said.en + there.en), difference.place)


def _short(words: str) -> str:
    shown = words if len(words) <= SHOWN else f"{words[:SHOWN]}…（{len(words)} 字）"
    return shown.replace("\n", "¶").replace("\t", "⇥")


def summary(comparison: Comparison, name: str) -> Message:
    """What was compared, how it came out and what was left out."""
    zh = f"{name}：{comparison.paragraphs} 段 {comparison.characters} 字，差异 {len(comparison.differences)} 处"
    en = (
        f"{name}: {comparison.paragraphs} paragraphs, {comparison.characters} characters, "
        f"{len(comparison.differences)} differences"
    )
    if comparison.head:
        zh += f"；标题等 {len(comparison.head)} 段在文件头"
        en += f"; {len(comparison.head)} stand in the report's head"
    if comparison.skipped:
        zh += f"；没有比较：{'、'.join(words.zh for words in comparison.skipped)}"
        en += f"; not compared: {', '.join(words.en for words in comparison.skipped)}"
    return Message(zh, en)
