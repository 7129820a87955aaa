"""A subsection's content sorted by how it is shown."""

from __future__ import annotations

from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from reportgen.charts.fit import minimum_width
from reportgen.charts.kinds import kind_of
from reportgen.charts.lettering import Lettering
from reportgen.charts.record import PageRoom
from reportgen.layout.brochure import grid
from reportgen.model.chart import ChartSpec
from reportgen.model.report import (
    Component,
    Figure,
    Footnote,
    Honour,
    Ledger,
    Panels,
    Picture,
    Plates,
    Quote,
    Report,
    Subsection,
    Table,
)
from reportgen.story.callouts import callouts, drawn_in
from reportgen.story.honours import shown_honours
from reportgen.story.passages import Passage
from reportgen.story.pieces import words_of

SHRUNK = 0.85  # most a lead drawing gives way
SIDE_QUOTE_LINES, SIDE_QUOTE_LENGTH = 3, 6


class Material(Struct, frozen=True):
    """What a subsection holds beside its prose."""

    leads: tuple[ChartSpec, ...]
    beside: tuple[ChartSpec, ...]
    side_charts: tuple[ChartSpec, ...]
    wide_charts: tuple[ChartSpec, ...]
    stats: tuple[Figure, ...]
    honours: tuple[Honour, ...]
    ledgers: tuple[Ledger, ...]
    panels: tuple[Panels, ...]
    plates: tuple[Plates, ...]
    quotes: tuple[Quote, ...]
    tables: tuple[Table, ...]
    pictures: tuple[Picture, ...]
    footnotes: tuple[Footnote, ...] = ()
    lead_scale: float = 1.0

    @property
    def has_side(self) -> bool:
        """Whether there is anything to place beside the text."""
        short_quote = len(self.quotes) == 1 and short_lines(self.quotes[0].lines)
        return bool(self.side_charts or self.stats or self.honours or short_quote)


def sort(report: Report, place: Passage, letters: Lettering) -> Material:
    """A passage's components by kind, its charts by the room they need, and its callouts and honours."""
    parts = place.components
    sorted_specs: dict[PageRoom, list[ChartSpec]] = {"lead": [], "beside": [], "side": [], "wide": []}
    for spec in place.charts:
        sorted_specs[_room(spec, letters)].append(spec)
    return Material(
        leads=tuple(sorted_specs["lead"]),
        beside=tuple(sorted_specs["beside"]),
        side_charts=tuple(sorted_specs["side"]),
        wide_charts=tuple(sorted_specs["wide"]),
        stats=callouts(report, place, drawn_in(place.charts), quiet=False),
        honours=shown_honours(place, words_of(parts)),
        ledgers=_of(parts, Ledger),
        panels=_of(parts, Panels),
        plates=_of(parts, Plates),
        quotes=_of(parts, Quote),
        tables=_of(parts, Table),
        pictures=_of(parts, Picture),
        footnotes=place.footnotes,
    )


ComponentType = TypeVar("ComponentType")


def lean(material: Material) -> Material:
    """The material without what the author marked but did not ask to be shown, its leads shrunk."""
    return replace(
        material,
        lead_scale=SHRUNK,
        ledgers=tuple(part for part in material.ledgers if not part.optional),
        panels=tuple(part for part in material.panels if not part.optional),
        plates=tuple(part for part in material.plates if not part.optional),
        quotes=tuple(part for part in material.quotes if not part.optional or short_lines(part.lines)),
    )


def short_lines(lines: tuple[str, ...]) -> bool:
    """Whether a quote is short enough to be large in the side column."""
    return len(lines) <= SIDE_QUOTE_LINES and all(len(line) <= SIDE_QUOTE_LENGTH for line in lines)


def _of(parts: tuple[Component, ...], kind: type[ComponentType]) -> tuple[ComponentType, ...]:
    return tuple(part for part in parts if isinstance(part, kind))


def _room(spec: ChartSpec, letters: Lettering) -> PageRoom:
    """The room a chart wants, and more where its labels would not fit that."""
    wanted = kind_of(spec).page.wants(spec)
    if wanted == "lead":
        return wanted
    least = minimum_width(spec, letters)
    if wanted == "side" and least <= grid.SIDE_WIDTH:
        return "side"
    return "beside" if wanted != "wide" and least <= grid.HALF_WIDTH else "wide"


def has_side_heads(subsection: Subsection) -> bool:
    """Whether the author gave the paragraphs side-heads."""
    return any(span.marked("side") for paragraph in subsection.body for span in paragraph.spans)
