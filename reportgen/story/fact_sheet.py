"""The report on one page: what it leads with, and a block for each section."""

from __future__ import annotations

from msgspec import Struct

from reportgen.model.report import Figure, Report, Section
from reportgen.story.callouts import CalloutFigures, columns, lead_figures, pairs
from reportgen.story.hero import verdict
from reportgen.story.points import TextPoint, lead_points, says_any, section_points


class FactBlock(Struct, frozen=True):
    """What one section offers; without a section (the lead) it has no head."""

    section: Section | None
    index: int | None  # of the section, whose colours it takes
    cells: tuple[CalloutFigures, ...]
    points: tuple[TextPoint, ...]


def hero_points(hero: Figure, report: Report) -> tuple[str, ...]:
    """Points of the lead beside its hero, by preference; none says the figure, its verdict or another point again.

    Beside a hero of a section there are none: they are not said of it.
    """
    if hero.section is not None:
        return ()
    shown, points = [*verdict(hero, report), hero.text], []
    for point in lead_points(report, tuple(shown)):
        if not says_any(point.text, shown):
            points.append(point.text)
            shown.append(point.text)
    return tuple(points)


def blocks(report: Report, said: str, most: int) -> tuple[FactBlock, ...]:
    """One for each of the first ``most`` sections, of a report without sections one of its lead.

    Points say nothing that is ``said`` above them, and what an honour or a figure says last.
    """
    if not report.sections:
        return _of_lead(report, said)
    cells = {column.section: column.cells for column in columns(report, quiet=True)}
    return tuple(_of_section(report, i, cells.get(i, ()), said) for i in range(len(report.sections[:most])))


def _of_lead(report: Report, said: str) -> tuple[FactBlock, ...]:
    cells = tuple(pairs(lead_figures(report)))
    points = _fresh(lead_points(report, _honours(report)), said)
    return (FactBlock(None, None, cells, points),) if cells or points else ()


def _of_section(report: Report, index: int, cells: tuple[CalloutFigures, ...], said: str) -> FactBlock:
    shown = (*_honours(report), *(figure.text for cell in cells for figure in cell))
    points = _fresh(section_points(report, index, shown), said)
    return FactBlock(report.sections[index], index, cells, points)


def _honours(report: Report) -> tuple[str, ...]:
    return tuple(honour.text for honour in report.honours)


def _fresh(points: tuple[TextPoint, ...], said: str) -> tuple[TextPoint, ...]:
    return tuple(point for point in points if point.text not in said)
