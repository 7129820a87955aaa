"""Where in the report a block that found no room is, for messages."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.errors import Place
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Chart, Paragraph, Report, Table
from reportgen.model.sheet import ChartItem, Item, PictureItem, TableItem, TextBox

GAP = "　"  # between parts that are apart in the text


def text_place(report: Report, section: int | None, text: str) -> Place | None:
    """Where the words, or the first part of them, begin in that section; None where they are not there."""
    for words in (text, text.split(GAP)[0]):
        for whole, place in _headings(report, section):
            if words and whole == words:
                return place
        for paragraph in _paragraphs(report, section):
            at = paragraph.text.find(words)
            if words and at >= 0:
                return _along(paragraph, at)
    return None


def item_place(report: Report, section: int | None, item: Item) -> Place | None:
    """Where the report declares the chart, table, picture or text that the item shows; None if unknown."""
    if isinstance(item, ChartItem):
        return _chart_place(report, item.spec)
    if isinstance(item, TableItem):
        tables = (part for part in report.components() if isinstance(part, Table))
        shown = {cell.text for cell in item.rows[-1]}
        return next((t.place for t in tables if any(shown <= set(row) for row in t.table.rows)), None)
    if isinstance(item, PictureItem):
        return item.place
    return text_place(report, section, item.text) if isinstance(item, TextBox) else None


def _chart_place(report: Report, spec: ChartSpec) -> Place | None:
    charts = (part for part in report.components() if isinstance(part, Chart))
    drawn = next((chart.place for chart in charts if chart.spec.series == spec.series), None)
    return drawn or next((report.figure(id).place for id in spec.figures), None)


def _headings(report: Report, section: int | None) -> Iterator[tuple[str, Place | None]]:
    """The headings of that section, of all sections where none is given."""
    for whole in report.sections if section is None else (report.sections[section],):
        yield GAP.join(whole.title_lines), whole.place
        for subsection in whole.subsections:
            yield subsection.title, subsection.place


def _paragraphs(report: Report, section: int | None) -> Iterator[Paragraph]:
    if section is None:
        yield from report.paragraphs()
        return
    whole = report.sections[section]
    yield from whole.intro
    for subsection in whole.subsections:
        yield from subsection.body


def _along(paragraph: Paragraph, at: int) -> Place | None:
    """The place of the character at that index, by the span it is in."""
    for span in paragraph.spans:
        if at < len(span.text):
            return span.place.along(at) if span.place is not None else paragraph.place
        at -= len(span.text)
    return paragraph.place
