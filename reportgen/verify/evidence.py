"""What is read out of finished files, and what is found there: plain records between the readers and the judge."""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec import Struct

SiteKind = Literal[
    "text",  # what a page shows, read through the fonts' ToUnicode maps
    "structure",  # tagged text, in the structure tree's order
    "alternative",  # Alt of structure elements
    "slide",
    "description",  # descr of shapes, pictures and charts on slides
    "chart",  # caches of a native chart
    "workbook",  # the workbook embedded behind a chart
    "notes",  # notes pages of a deck
]
Fault = Literal[
    "stranger",  # a number that is nobody's
    "value",
    "sign",
    "unit",
    "qualifier",  # 突破, 近, 以上 left out or another
    "direction",  # 下降 and its kin left out
    "label",
    "missing",  # a figure that a brochure does not show at all
]


class Site(Struct, frozen=True, order=True):
    """A place in a finished file; ``number`` is the page or slide, from 1 (0: the file as a whole)."""

    output: str
    kind: SiteKind
    number: int


class Extract(Struct, frozen=True):
    """Words that stand together: a block of a page, a structure element, a shape, a description.

    ``company`` is what stands close to it, ``around`` the page or slide it belongs to; ``radius`` says how
    many lines before and after a number may hold its label, ``folios`` which page numbers belong there.
    """

    lines: tuple[str, ...]
    company: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    radius: int = 2
    folios: tuple[int, ...] = ()
    row: bool = False  # the lines are the cells of a table's row
    marks: bool = False  # beside the page: what printers are told of the sheet


class Datapoint(Struct, frozen=True):
    """One value of a chart's cache or workbook, as it is written there."""

    series: str
    category: str
    value: str


class Sighting(Struct, frozen=True, order=True):
    """A figure met at a place, right in every respect."""

    figure: str
    site: Site


class Discrepancy(Struct, frozen=True, order=True):
    """What differs at a place; ``figure`` is empty for a stranger."""

    site: Site
    fault: Fault
    shown: str
    expected: str = ""
    figure: str = ""
    context: str = ""


class Wrong(NamedTuple):
    """What differs in a extract, before it is said where."""

    fault: Fault
    shown: str
    expected: str = ""
    figure: str = ""
    context: str = ""


class Seen(Struct, frozen=True):
    """What one extract gives, before it is said where: figures and faults."""

    figures: tuple[str, ...] = ()
    faults: tuple[Wrong, ...] = ()

    def at(self, site: Site) -> tuple[tuple[Sighting, ...], tuple[Discrepancy, ...]]:
        """The same at a place."""
        sightings = tuple(Sighting(figure, site) for figure in self.figures)
        return sightings, tuple(Discrepancy(site, *fault) for fault in self.faults)


class Verified(Struct, frozen=True):
    """All that was read in the outputs of one report."""

    report: str
    figures: tuple[str, ...]
    outputs: tuple[str, ...]
    sightings: tuple[Sighting, ...]
    findings: tuple[Discrepancy, ...]
    extracts: int  # pieces of text and data points read
    numbers: int  # numbers judged

    def at(self, figure: str, output: str) -> tuple[Sighting, ...]:
        """Where a figure stands in an output, in the order of the places."""
        return tuple(s for s in self.sightings if (s.figure, s.site.output) == (figure, output))

    @property
    def strangers(self) -> int:
        return sum(finding.fault == "stranger" for finding in self.findings)

    @property
    def differences(self) -> int:
        return len(self.findings) - self.strangers
