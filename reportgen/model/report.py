"""A press report as its author wrote it: prose with marks, and what the marks declare."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from msgspec import Struct
from msgspec.structs import force_setattr

from reportgen.errors import Place, Problem
from reportgen.model.chart import ChartSpec
from reportgen.model.quantity import Quantity, QuantityMeasure

MarkKind = Literal[
    "figure",
    "key",
    "honour",
    "row",
    "verb",
    "item",
    "quote",
    "plate",
    "side",
    "strong",
    "name",
    "english",
    "note",
]
HonourRank = Literal["national", "provincial", "other"]


class Mark(Struct, frozen=True):
    """What a stretch of prose was marked as; ``id`` points into the report's tables."""

    kind: MarkKind
    id: str = ""


class Span(Struct, frozen=True):
    """Text under the same marks, outermost first."""

    text: str
    marks: tuple[Mark, ...] = ()
    place: Place | None = None

    def marked(self, kind: MarkKind) -> Mark | None:
        return next((mark for mark in self.marks if mark.kind == kind), None)


class Paragraph(Struct, frozen=True):
    spans: tuple[Span, ...]
    place: Place | None = None

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


class Footnote(Struct, frozen=True):
    """What a note says; a span without text, marked ``note`` with the same mark, is where it belongs."""

    mark: str  # ①, as it is shown
    text: str
    place: Place


class Figure(Struct, frozen=True):
    """A number of the text, marked once in its sentence; everything else refers to it."""

    id: str
    text: str  # verbatim, e.g. 突破300亿元
    quantity: Quantity
    label: str
    sentence: str  # its sentence, verbatim
    clause: str  # its clause, verbatim
    place: Place
    section: int | None = None  # 0-based; None in the lead
    subsection: int | None = None
    hero: bool = False
    inline: bool = False  # stays in the running text: no callout
    asof: str = ""  # the time a stock was taken, in the words it is printed in: 2024年
    period: str = ""  # the time a flow covers, in the same words: 2025年上半年
    series: str = ""
    note: str = ""
    parts: tuple[str, ...] = ()  # names of a ratio's parts
    unit: str = ""  # unit given by the author where the text has none (ratios)
    status: str = ""  # verbatim words that say how far it got: 圆满交付
    top: int = 0  # its place among the key numbers, from 1; 0: the author gave it none
    ornament: bool = True  # may be drawn as an ornament
    sober: bool = False  # counts casualties, damage or failure: never hero, ornament or key number unasked

    @property
    def numeral(self) -> str:
        """The number as written, without qualifier, unit and suffix."""
        return self.quantity.numeral

    @property
    def kind(self) -> QuantityMeasure:
        """Whether the number is a level, a change (增长, 下降, 翻番) or a difference from another subject."""
        return self.quantity.measure

    @property
    def signed(self) -> Decimal:
        """The value with its sign, see :attr:`Quantity.signed`."""
        return self.quantity.signed

    @property
    def leads(self) -> bool:
        """Whether its author leads with it, as hero or key number."""
        return self.hero or self.top > 0

    @property
    def quiet(self) -> bool:
        """Whether it counts harm and stays small, since its author does not lead with it."""
        return self.sober and not self.leads

    @property
    def adorns(self) -> bool:
        """Whether an ornament may be made of it."""
        return self.ornament and not self.sober

    @property
    def display_unit(self) -> str:
        return self.quantity.unit or self.unit


class Honour(Struct, frozen=True):
    """A title, rank or award; level, status and holder are verbatim words of the text."""

    id: str
    text: str
    level: str
    status: str
    holder: str
    rank: HonourRank
    sentence: str
    place: Place
    section: int | None = None
    subsection: int | None = None

    @property
    def title(self) -> str:
        """The text without a leading level, which is shown beside it."""
        if self.level and self.text.startswith(self.level) and len(self.text) > len(self.level) + 1:
            return self.text[len(self.level) :]
        return self.text


class LedgerRow(Struct, frozen=True):
    """An action: the verb as it is in the text and the words it applies to."""

    verb: str
    object: str
    id: str = ""


class PanelGroup(Struct, frozen=True):
    head: str
    items: tuple[str, ...]


class Plate(Struct, frozen=True):
    """A coined name set large, with the words that say what it is."""

    name: str
    note: str


class Chart(Struct, frozen=True):
    spec: ChartSpec
    place: Place | None = None


class DataTable(Struct, frozen=True):
    """A CSV file beside the report: header, rows of verbatim cells, unit and source.

    ``totals`` are the indices of rows that sum up others (合计, or 全市 where its numbers are their sum): no
    part beside its parts.
    """

    name: str
    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    unit: str = ""
    source: str = ""
    totals: tuple[int, ...] = ()


class Table(Struct, frozen=True):
    table: DataTable
    title: str
    place: Place | None = None


class Stats(Struct, frozen=True):
    """Figures to be set as callouts, by id, in this order."""

    figures: tuple[str, ...]
    title: str = ""
    place: Place | None = None


class Ledger(Struct, frozen=True):
    rows: tuple[LedgerRow, ...]
    title: str = ""
    note: str = ""
    optional: bool = False  # marked but not declared: shown where there is room
    place: Place | None = None


class Panels(Struct, frozen=True):
    groups: tuple[PanelGroup, ...]
    title: str = ""
    optional: bool = False
    place: Place | None = None


class Plates(Struct, frozen=True):
    plates: tuple[Plate, ...]
    optional: bool = False
    place: Place | None = None


class Quote(Struct, frozen=True):
    """Coined phrases of the text, one line each, set in Kai."""

    lines: tuple[str, ...]
    optional: bool = False
    place: Place | None = None


class Picture(Struct, frozen=True):
    """A picture beside the report; size in pixels, upright."""

    path: str
    alt: str
    width: int
    height: int
    credit: str = ""
    place: Place | None = None


Component = Chart | Table | Stats | Ledger | Panels | Plates | Quote | Picture


class Subsection(Struct, frozen=True):
    title: str  # as written, without the author's break marks
    title_lines: tuple[str, ...]  # broken where the author marked it, else one line
    kicker: str  # 立足强一产 of “立足强一产 “特优”名片愈发闪亮”, with the comma behind it; may be empty
    headline: str
    headline_lines: tuple[str, ...]
    body: tuple[Paragraph, ...]
    components: tuple[Component, ...] = ()
    speaker: tuple[Paragraph, ...] = ()
    internal: tuple[Paragraph, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    place: Place | None = None

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.body)


class Section(Struct, frozen=True):
    number: int  # from 1
    title: str
    title_lines: tuple[str, ...]
    intro: tuple[Paragraph, ...]
    subsections: tuple[Subsection, ...] = ()
    components: tuple[Component, ...] = ()
    speaker: tuple[Paragraph, ...] = ()
    internal: tuple[Paragraph, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    place: Place | None = None


PassageKey = tuple[int | None, int | None]  # section and subsection


class Index:
    """Figures and honours by passage: a report of a thousand slides is asked thousands of times.

    It adds nothing to the report: two indexes are always equal.
    """

    def __init__(self, figures: tuple[Figure, ...] = (), honours: tuple[Honour, ...] = ()) -> None:
        self.figures = {figure.id: figure for figure in figures}
        self.figures_at: dict[PassageKey, list[Figure]] = {}
        self.honours_at: dict[PassageKey, list[Honour]] = {}
        for figure in figures:
            self.figures_at.setdefault((figure.section, figure.subsection), []).append(figure)
        for honour in honours:
            self.honours_at.setdefault((honour.section, honour.subsection), []).append(honour)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Index)

    def __hash__(self) -> int:
        return hash(Index)


class Report(Struct, frozen=True):
    """A whole report, validated: every id resolves, every quantity has been read."""

    name: str
    title: str
    title_lines: tuple[str, ...]
    lead: tuple[Paragraph, ...]
    sections: tuple[Section, ...] = ()
    series: str = ""
    series_lines: tuple[str, ...] = ()
    organisation: str = ""
    byline: str = ""
    theme: str = ""
    theme_place: Place | None = None
    template: str = ""  # the office's PowerPoint template, a file of the folder
    template_place: Place | None = None
    printer: str = ""  # the printing house's profile, a TOML file of the folder
    signature: str = ""  # id of the figure the cover is drawn from
    date: str = ""
    asof: str = ""  # the time of all figures, in the words it is printed in: 2025年7月28日18时
    sober: tuple[str, ...] = ()  # words of loss and harm: the program's and the author's
    build: bool = False  # slides build up click by click
    contact: tuple[tuple[str, str], ...] = ()  # label, value; value may be empty
    contact_place: Place | None = None
    names: tuple[str, ...] = ()  # names that no line break may cut
    lead_components: tuple[Component, ...] = ()
    lead_speaker: tuple[Paragraph, ...] = ()
    lead_internal: tuple[Paragraph, ...] = ()
    lead_footnotes: tuple[Footnote, ...] = ()
    figures: tuple[Figure, ...] = ()
    honours: tuple[Honour, ...] = ()
    own_words: tuple[Span, ...] = ()  # what is shown beside the prose, as written: head, attributes, tables
    tables: tuple[DataTable, ...] = ()
    folder: str = ""
    warnings: tuple[Problem, ...] = ()
    index: Index = Index()  # made from figures and honours

    def __post_init__(self) -> None:
        force_setattr(self, "index", Index(self.figures, self.honours))

    def figure(self, id: str) -> Figure:
        """The figure of that id; KeyError where there is none."""
        return self.index.figures[id]

    def figures_of(self, section: int | None, subsection: int | None) -> tuple[Figure, ...]:
        """The figures marked in a subsection, an introduction (no subsection) or the lead (no section)."""
        return tuple(self.index.figures_at.get((section, subsection), ()))

    def honours_of(self, section: int | None, subsection: int | None) -> tuple[Honour, ...]:
        """The honours marked there."""
        return tuple(self.index.honours_at.get((section, subsection), ()))

    def components(self) -> Iterator[Component]:
        """Every component in reading order."""
        yield from self.lead_components
        for section in self.sections:
            yield from section.components
            for subsection in section.subsections:
                yield from subsection.components

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every public paragraph in reading order."""
        yield from self.lead
        for section in self.sections:
            yield from section.intro
            for subsection in section.subsections:
                yield from subsection.body
