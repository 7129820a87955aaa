"""What a section's introduction shows: on its opening, on slides of its own, and what moves there from below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from reportgen.model.chart import ChartSpec
from reportgen.model.report import Chart, Component, Figure, Report, Section, Subsection
from reportgen.story.callouts import drawn_in
from reportgen.story.ornament import Art, said_by
from reportgen.story.passages import Passage, passage
from reportgen.story.pieces import NUMBERS, Piece, pieces, ratio_chart
from reportgen.story.points import key_points

CROWDED = 3  # numbers of a subsection that do not stand well together with its text


def intro_charts(report: Report, index: int) -> tuple[ChartSpec, ...]:
    """Charts anywhere in the section that draw a figure of its introduction alone."""
    own = {figure.id for figure in report.figures_of(index, None)}
    parts = [part for sub in report.sections[index].subsections for part in sub.components]
    charts = (part.spec for part in parts if isinstance(part, Chart))
    return tuple(spec for spec in charts if spec.figures and set(spec.figures) <= own)


def intro_passage(report: Report, index: int, borrowed: Sequence[ChartSpec] = ()) -> Passage:
    """The introduction with the charts that draw its figures, those it has not and those it borrows."""
    place, below = passage(report, index, None), intro_charts(report, index)
    charted = drawn_in((*place.charts, *below))
    drawn = (ratio_chart(figure) for figure in place.figures if figure.id not in charted and not figure.quiet)
    charts = (*below, *(spec for spec in drawn if spec is not None), *borrowed)
    return replace(place, components=(*place.components, *map(Chart, charts)))


def subsection_pieces(
    report: Report, index: int, borrowed: Sequence[ChartSpec] = ()
) -> tuple[tuple[Subsection, tuple[Piece, ...]], ...]:
    """The section's subsections, each with its pieces: without the charts that went to the introduction."""
    moved = (*intro_charts(report, index), *borrowed)
    subsections = report.sections[index].subsections
    return tuple((sub, pieces(report, passage(report, index, j), moved)) for j, sub in enumerate(subsections))


def borrowed_charts(
    report: Report, index: int, is_small: Callable[[ChartSpec], bool]
) -> tuple[ChartSpec, ...]:
    """The first small chart of a crowded first subsection, where the introduction has one share alone to show."""
    section = report.sections[index]
    shares = [figure for figure in report.figures_of(index, None) if ratio_chart(figure)]
    own = section.components or intro_charts(report, index)
    if own or len(shares) != 1 or not section.subsections or shares[0].quantity.kind == "ratio":
        return ()
    found = pieces(report, passage(report, index, 0))
    numbers = [piece for piece in found if isinstance(piece, NUMBERS)]
    small = [piece for piece in numbers if isinstance(piece, ChartSpec) and is_small(piece)]
    return tuple(small[:1]) if len(numbers) >= CROWDED else ()


def opening_points(section: Section, place: Passage, art: Art) -> tuple[str, ...]:
    """The introduction's points where they may stand on the section's opening: it shows no more than that does."""
    stated = said_by(art)
    drawn = [part for part in place.components if stated and _draws(part, stated)]
    if not section.subsections or len(drawn) < len(place.components) or _counted(place, art.figure):
        return ()
    return key_points(place)


def is_told_by_opening(section: Section, place: Passage, stated: Figure | None = None) -> bool:
    """Whether the introduction needs no slide beside the section's opening, whose ornament may say a figure.

    Running text before subsections, and under a figure the opening says, is spoken over it.
    """
    if key_points(place) or _counted(place, stated):
        return False
    if stated is None:
        return bool(section.subsections and not place.components)
    return all(_draws(part, stated) for part in place.components)


def _counted(place: Passage, stated: Figure | None) -> bool:
    """Whether the introduction has figures to show beside the one that is stated and the report's hero."""
    return any(not (figure.inline or figure.hero or figure == stated) for figure in place.figures)


def _draws(part: Component, figure: Figure) -> bool:
    """Whether it is a chart of that figure alone."""
    return isinstance(part, Chart) and set(part.spec.figures) == {figure.id}
