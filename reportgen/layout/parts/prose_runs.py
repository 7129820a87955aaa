"""Marked prose as runs: figures stand out, names and figures stay whole, words stay verbatim."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from reportgen.model.report import Span
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
