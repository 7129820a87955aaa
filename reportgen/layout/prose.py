"""Marked prose as runs: figures stand out, names and figures stay whole, words stay verbatim."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from reportgen.model.report import Paragraph, Span
from reportgen.model.text import Run, Style

KEEP_LIMIT = 12  # characters; a longer figure may break at its inner joints


class ProseStyle(Struct, frozen=True):
    """How body text, its figures and its strong words look."""

    plain: Style
    figure: Style
    strong: Style


def prose_runs(spans: Iterable[Span], style: ProseStyle) -> tuple[Run, ...]:
    """One run per stretch of equal look; the runs' texts join to the paragraph's text."""
    return tuple(_run(span, style) for span in spans if span.text)


def _run(span: Span, style: ProseStyle) -> Run:
    lang = "en" if span.marked("english") else "zh-CN"
    if span.marked("figure"):
        return Run(span.text, style.figure, keep=len(span.text) <= KEEP_LIMIT, lang=lang)
    if span.marked("strong"):
        return Run(span.text, style.strong, lang=lang)
    return Run(span.text, style.plain, keep=span.marked("name") is not None, lang=lang)


def sentences(paragraph: Paragraph) -> tuple[tuple[Span, ...], ...]:
    """The paragraph cut after each 。！？ (and a closing mark behind it), marks kept."""
    groups: list[list[Span]] = [[]]
    ended = False
    for span in paragraph.spans:
        start = 0
        for i, char in enumerate(span.text):
            if ended and char not in "。！？”’）》」』":
                _push(groups[-1], span, start, i)
                groups.append([])
                start, ended = i, False
            if char in "。！？":
                ended = True
        _push(groups[-1], span, start, len(span.text))
    return tuple(tuple(group) for group in groups if group)


def _push(group: list[Span], span: Span, start: int, end: int) -> None:
    if end > start:
        group.append(Span(span.text[start:end], span.marks, span.place))


def key_texts(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """The author's key spans in order; neighbouring spans of one key joined."""
    out: list[str] = []
    for paragraph in paragraphs:
        open_key = False
        for span in paragraph.spans:
            key = span.marked("key") is not None
            if key and open_key:
                out[-1] += span.text
            elif key:
                out.append(span.text)
            open_key = key
    return tuple(dict.fromkeys(out))
