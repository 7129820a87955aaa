"""What ``check`` says of a valid report: numbers not marked, half-width punctuation, derived labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from reportgen.content.punctuation import half_width
from reportgen.content.source import Source
from reportgen.errors import Message, Place, Problem
from reportgen.model.report import Chart, Component, Report, Span, Stats

NUMBER = re.compile(r"\d+(?:[.:：,]\d+)*%?")


def check_report(report: Report) -> tuple[Problem, ...]:
    """Findings in the order of the text, the count of marked and unmarked numbers last."""
    source = Source(f"{report.folder}/report.md", (Path(report.folder) / "report.md").read_text("utf-8-sig"))
    unmarked = tuple(_unmarked(report))
    return (*_punctuation(source), *unmarked, _counts(report, len(unmarked)))


def _punctuation(source: Source) -> Iterator[Problem]:
    for offset, half, full in half_width(source.text):
        yield Problem(
            Message(
                f"汉字之间的半角“{half}”，应为“{full}”",
                f"half-width '{half}' between Chinese, should be '{full}'",
            ),
            source.place(offset),
            Message("用 check --fix 改正", "check --fix mends it"),
            "warning",
        )


def _unmarked(report: Report) -> Iterator[Problem]:
    for paragraph in report.paragraphs():
        for span in paragraph.spans:
            if span.marked("figure"):
                continue
            for match in NUMBER.finditer(span.text):
                yield Problem(
                    Message(f"数字“{match.group()}”没有标注", f"number '{match.group()}' is not marked"),
                    _within(span, match.start()),
                    Message(
                        "是数据就写 [..]{#编号}，是名称则不必", "mark data as [..]{#id}; names need none"
                    ),
                    "note",
                )


def _within(span: Span, offset: int) -> Place | None:
    if span.place is None:
        return None
    return Place(span.place.file, span.place.line, span.place.column + offset)


def _counts(report: Report, unmarked: int) -> Problem:
    marked = len(report.figures)
    return Problem(
        Message(f"已标数字 {marked} 个，未标 {unmarked} 个", f"{marked} numbers marked, {unmarked} not"),
        Place(f"{report.folder}/report.md"),
        severity="note",
    )


def figures_table(report: Report) -> tuple[tuple[str, ...], ...]:
    """Rows of id, value as written, unit, label, sentence, and the components that show it."""
    uses = _uses(report)
    return tuple(
        (
            f.id,
            f.quantity.qualifier + f.numeral + f.quantity.suffix,
            f.display_unit,
            f.label,
            f.sentence,
            uses.get(f.id, ""),
        )
        for f in report.figures
    )


def _uses(report: Report) -> dict[str, str]:
    used: dict[str, list[str]] = {}
    for part in _components(report):
        if isinstance(part, Chart):
            for id in dict.fromkeys(part.spec.figures):
                used.setdefault(id, []).append(f"chart:{part.spec.kind}")
        elif isinstance(part, Stats):
            for id in part.figures:
                used.setdefault(id, []).append("stats")
    if report.signature:
        used.setdefault(report.signature, []).append("signature")
    return {id: " ".join(names) for id, names in used.items()}


def _components(report: Report) -> Iterator[Component]:
    yield from report.lead_components
    for section in report.sections:
        yield from section.components
        for subsection in section.subsections:
            yield from subsection.components
