"""Marked prose as runs: figures stand out, names and figures stay whole, words stay verbatim."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from reportgen.model.report import Span
from reportgen.model.text import Run, Style

NOTE_SIZE, NOTE_RISE = 0.62, 0.32  # of the text's size: a footnote's mark, and how far it is raised
SMALLEST_NOTE = 8.0  # pt (D-02)
KEEP_LIMIT = 12  # characters; a longer figure may break at its inner joints


class ProseStyle(Struct, frozen=True):
    """How body text, its figures and its strong words look; ``noted``: the marks of footnotes are shown."""

    plain: Style
    figure: Style
    strong: Style
    noted: bool = False


def prose_runs(spans: Iterable[Span], style: ProseStyle) -> tuple[Run, ...]:
    """One run per stretch of equal look; but for the marks of footnotes their texts join to the paragraph's."""
    shown = (span for span in spans if span.text or (style.noted and span.marked("note")))
    return tuple(_run(span, style) for span in shown)


def _run(span: Span, style: ProseStyle) -> Run:
    if noted := span.marked("note"):
        size = style.plain.size
        small = max(size * NOTE_SIZE, SMALLEST_NOTE)
        return Run(noted.id, replace(style.plain, size=small, rise=size * NOTE_RISE))
    lang = "en" if span.marked("english") else "zh-CN"
    if span.marked("figure"):
        return Run(span.text, style.figure, keep=len(span.text) <= KEEP_LIMIT, lang=lang)
    if span.marked("strong"):
        return Run(span.text, style.strong, lang=lang)
    return Run(span.text, style.plain, keep=span.marked("name") is not None, lang=lang)
