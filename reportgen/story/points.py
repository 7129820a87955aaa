"""A passage in points: the author's key spans and whole sentences, every word a verbatim stretch of the text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import zip_longest

from msgspec import Struct

from reportgen.model.report import Paragraph, Report
from reportgen.story.greetings import is_greeting, without_greeting
from reportgen.story.passages import Passage, lead_of, passage
from reportgen.story.prose import key_texts, sentences

MOST_TEXT = 70  # characters of running text beside pictures and numbers
CLAUSE_ENDS = "，；。！？"
SHORTEST = 6  # characters of a key span that may stand alone on a page


class TextPoint(Struct, frozen=True):
    """A verbatim stretch of the text; ``place`` orders points as the text does."""

    text: str
    place: tuple[int, int]
    block: str


def key_points(place: Passage) -> tuple[str, ...]:
    """The author's key spans of a passage; a greeting is none."""
    return tuple(text for text in key_texts(place.paragraphs) if not is_greeting(text))


def statements(
    paragraphs: Iterable[Paragraph], longest: float, shown: Collection[str] = ()
) -> tuple[str, ...]:
    """Key spans that may stand alone on a page: from six characters to ``longest``, none repeating what is shown."""
    spoken = (words for words in key_texts(paragraphs) if not is_greeting(words))
    keys = (words for words in spoken if SHORTEST <= len(words) <= longest)
    return tuple(words for words in keys if not says_any(words, shown))


def says_any(text: str, shown: Iterable[str]) -> bool:
    """Whether the text says one of those that are shown beside it."""
    return any(words in text for words in shown)


def whole_sentences(place: Passage) -> tuple[str, ...]:
    """Every sentence of a passage, each once, without the greetings before it."""
    spoken = ("".join(s.text for s in group) for p in place.paragraphs for group in sentences(p))
    return tuple(dict.fromkeys(text for text in map(without_greeting, spoken) if text.strip()))


def first_sentences(place: Passage) -> tuple[str, ...]:
    """Where nothing is marked: the first sentences, about seventy characters, cut at clauses."""
    out: list[str] = []
    room = MOST_TEXT
    for paragraph in place.paragraphs:
        for sentence in sentences(paragraph):
            said = without_greeting("".join(span.text for span in sentence))
            if not said:
                continue
            text = _clauses(said, room if not out else room - 1)
            if not text:
                return tuple(out)
            out.append(text)
            room -= len(text)
    return tuple(out)


def _clauses(sentence: str, room: int) -> str:
    """As many leading clauses as the room takes; at least one where nothing stands yet."""
    if len(sentence) <= room:
        return sentence
    ends = [i for i, char in enumerate(sentence[:room]) if char in CLAUSE_ENDS]
    if ends:
        return sentence[: ends[-1]]
    return sentence[:room] if room == MOST_TEXT else ""


def lead_points(report: Report, shown: Iterable[str]) -> tuple[TextPoint, ...]:
    """Points of the lead alone, by preference; those that say what is ``shown`` come last."""
    return _by_preference([(lead_of(report), 0, "lead")], shown)


def section_points(report: Report, section: int, shown: Iterable[str]) -> tuple[TextPoint, ...]:
    """Points of a section, by preference: one of each subsection in turn, then of the introduction.

    Key spans come before whole sentences, and what says what is ``shown`` already comes last. Nothing is
    ever shortened: what does not fit is left out.
    """
    count = len(report.sections[section].subsections)
    subs = [(passage(report, section, j), j + 1, f"{section}.{j}") for j in range(count)]
    return _by_preference([*subs, (passage(report, section, None), 0, f"{section}")], shown)


def _by_preference(places: Sequence[tuple[Passage, int, str]], shown: Iterable[str]) -> tuple[TextPoint, ...]:
    said = tuple(shown)
    keys = _in_turn([_points(key_points(place), place, order, block) for place, order, block in places])
    whole = _in_turn([_points(whole_sentences(place), place, order, block) for place, order, block in places])
    return tuple(sorted((*keys, *whole), key=lambda point: says_any(point.text, said)))


def _points(texts: Iterable[str], place: Passage, order: int, block: str) -> list[TextPoint]:
    return [TextPoint(text, (order, place.text.index(text)), block) for text in texts]


def _in_turn(groups: Sequence[Sequence[TextPoint]]) -> list[TextPoint]:
    return [point for turn in zip_longest(*groups) for point in turn if point]
