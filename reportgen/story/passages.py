"""Stretches of a report that are shown together: the lead, an introduction, a subsection."""

from __future__ import annotations

from msgspec import Struct

from reportgen.model.chart import ChartSpec
from reportgen.model.report import Chart, Component, Figure, Footnote, Honour, Paragraph, Report


class Passage(Struct, frozen=True):
    """The words of a passage, what the author shows beside them, and what is marked in them."""

    paragraphs: tuple[Paragraph, ...]
    components: tuple[Component, ...]
    figures: tuple[Figure, ...]
    honours: tuple[Honour, ...]
    footnotes: tuple[Footnote, ...] = ()

    @property
    def text(self) -> str:
        return "".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def charts(self) -> tuple[ChartSpec, ...]:
        return tuple(part.spec for part in self.components if isinstance(part, Chart))


def passage(report: Report, section: int | None, subsection: int | None) -> Passage:
    """The passage at that place; both None: the lead."""
    figures, honours = report.figures_of(section, subsection), report.honours_of(section, subsection)
    if section is None:
        return Passage(report.lead, report.lead_components, figures, honours, report.lead_footnotes)
    part = report.sections[section]
    if subsection is None:
        return Passage(part.intro, part.components, figures, honours, part.footnotes)
    sub = part.subsections[subsection]
    return Passage(sub.body, sub.components, figures, honours, sub.footnotes)


def lead_of(report: Report) -> Passage:
    """The report's lead."""
    return passage(report, None, None)
