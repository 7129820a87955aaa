"""Every character of a report against the bundled faces: none may be printed as a blank box."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.content.problems import by_place
from reportgen.errors import Message, Place, Problem
from reportgen.fonts import Fonts, coverage
from reportgen.model.report import Paragraph, Report

BODY_FACE = "serif-400"


def missing_characters(report: Report, fonts: Fonts) -> tuple[Problem, ...]:
    """An error for each spot with a character no face has, in the order they stand, naming it and its code point."""
    used = sorted({char for text, _ in placed_texts(report) for char in text})
    if not coverage(fonts, BODY_FACE, "".join(used)).missing:
        return ()
    found = (
        Problem(
            Message(f"没有字体能显示“{char}”（{code(char)}）", f"no face can show '{char}' ({code(char)})"),
            place,
            Message("请核对这个字，或换一个写法", "check the character, or write it another way"),
        )
        for text, place in placed_texts(report)
        for char, place in _spots(text, coverage(fonts, BODY_FACE, text).missing, place)
    )
    return tuple(sorted(dict.fromkeys(found), key=by_place))


def fallback_characters(report: Report, fonts: Fonts) -> tuple[Problem, ...]:
    """A note for each character set in another bundled face, once a report."""
    seen: set[str] = set()
    notes = []
    for text, place in placed_texts(report):
        for char, key in coverage(fonts, BODY_FACE, text).fallback:
            if char not in seen:
                seen.add(char)
                family = fonts.face(key).record.family_zh
                zh, en = (
                    f"“{char}”（{code(char)}）用{family}显示",
                    f"'{char}' ({code(char)}) is set in {family}",
                )
                spot = next(spot for _, spot in _spots(text, (char,), place))
                notes.append(Problem(Message(zh, en), spot, severity="note"))
    return tuple(notes)


def code(char: str) -> str:
    """``U+20BB7``."""
    return f"U+{ord(char):04X}"


def _spots(text: str, chars: tuple[str, ...], place: Place | None) -> Iterator[tuple[str, Place | None]]:
    for char in chars:
        yield char, place.along(text.index(char)) if place else None


def placed_texts(report: Report) -> Iterator[tuple[str, Place | None]]:
    """Every text of the report that an output may show, with the place it begins at."""
    for words in report.own_words:
        yield words.text, words.place
    for paragraph in (*report.paragraphs(), *_asides(report)):
        for span in paragraph.spans:
            yield span.text, span.place
    for section in report.sections:
        yield section.title, section.place
        for subsection in section.subsections:
            yield subsection.title, subsection.place


def _asides(report: Report) -> Iterator[Paragraph]:
    yield from report.lead_speaker
    for section in report.sections:
        yield from section.speaker
        for subsection in section.subsections:
            yield from subsection.speaker
