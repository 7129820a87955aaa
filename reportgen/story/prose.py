"""Marked prose taken apart: its sentences and the author's key spans."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.model.report import Paragraph, Span


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
