"""A page or slide with every item placed: all that the back ends see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from reportgen.errors import Place
from reportgen.lengths import NO_EDGES, Edges, Rect
from reportgen.model.chart import ChartSpec
from reportgen.model.structure import Element, Node
from reportgen.model.text import Line, StyledParagraph
from reportgen.model.theme import Colour

Role = Literal[
    "title", "heading", "body", "caption", "label", "numeral", "quote", "list",
    "running", "folio", "figure", "table", "contents", "decoration",
]  # fmt: skip
LANGUAGE = "zh-CN"
EXCERPTS = frozenset({"figure", "honour", "point"})  # blocks that show words of the text again
Anchor = Literal["top", "middle", "bottom"]

# A path is a tuple of segments in points from the sheet's trim origin, y down:
# ("M", x, y) ("L", x, y) ("C", x1, y1, x2, y2, x, y) ("Z",)
PathSegment = tuple[str] | tuple[str, float, float] | tuple[str, float, float, float, float, float, float]
Path = tuple[PathSegment, ...]


class Stroke(Struct, frozen=True):
    colour: Colour
    width: float  # pt
    dash: tuple[float, ...] = ()
    cap: Literal["butt", "round"] = "butt"
    overprint: bool = False  # a press mark that leaves the other plates as they are


class TextBox(Struct, frozen=True):
    """Text with two faces: ``lines`` as PDF draws them, ``paragraphs`` as PowerPoint edits them."""

    rect: Rect
    paragraphs: tuple[StyledParagraph, ...]
    lines: tuple[Line, ...]
    role: Role = "body"
    name: str = ""
    placeholder: str = ""  # key of the slide layout's placeholder it fills; empty on pages
    anchor: Anchor = "top"
    block: str = ""  # which part of the report it shows, for messages and tests
    within: tuple[Element, ...] = ()  # its place in the structure, from the outside in; so with every item
    continues: bool = False  # its first paragraph began in the box before it
    hang: float = 0.0  # points the frame of a slide's box reaches to its left, for marks that hang out
    roles: tuple[Role, ...] = ()  # of its paragraphs, where they have not all the box's

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def is_running(self) -> bool:
        """Whether it holds running text: body of a part of the report, not of a figure or an honour."""
        return self.role == "body" and bool(self.block) and self.block.split(":")[0] not in EXCERPTS

    def role_of(self, paragraph: int) -> Role:
        """What the paragraph of that number is."""
        return self.roles[paragraph] if self.roles else self.role


class Shape(Struct, frozen=True):
    """A filled and/or stroked path; ``clip`` keeps it inside a rectangle."""

    path: Path
    fill: Colour | None = None
    stroke: Stroke | None = None
    clip: Rect | None = None
    role: Role = "decoration"
    name: str = ""
    alt: str = ""
    within: tuple[Element, ...] = ()


class ChartHead(Struct, frozen=True):
    """What a chart in a template's placeholder says itself; every place in points from the chart's top left.

    ``keys``: names of several series, where a native chart has its legend.
    """

    title: TextBox | None
    keys: TextBox | None
    plot: Rect


class ChartItem(Struct, frozen=True):
    """A chart at its final size; the back end draws it from the specification."""

    rect: Rect
    spec: ChartSpec
    section: int | None  # whose colours it takes
    alt: str
    name: str = ""
    placeholder: str = ""
    on_field: bool = False  # set on the section's accent field instead of white
    on_slide: bool = False  # the slide says title and legend; type has the sizes of slides
    head: ChartHead | None = None  # title and legend are inside the chart (decks on a template)
    role: Role = "figure"
    within: tuple[Element, ...] = ()


class TableCell(Struct, frozen=True):
    paragraphs: tuple[StyledParagraph, ...]
    lines: tuple[Line, ...]  # relative to the cell's top left
    header: bool = False

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


class TableItem(Struct, frozen=True):
    """A table: column widths and row heights in points, rules between rows."""

    rect: Rect
    columns: tuple[float, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    row_heights: tuple[float, ...]
    rule: Stroke
    top_rule: Stroke
    alt: str
    header_rows: int = 1
    name: str = ""
    placeholder: str = ""
    role: Role = "table"
    within: tuple[Element, ...] = ()


class PictureItem(Struct, frozen=True):
    rect: Rect
    path: str
    alt: str
    name: str = ""
    placeholder: str = ""
    role: Role = "figure"
    within: tuple[Element, ...] = ()
    place: Place | None = None  # where it is declared, for messages


class Link(Struct, frozen=True):
    """A rectangle that links to a sheet (by its name) or, with a scheme, to an address."""

    rect: Rect
    target: str
    alt: str
    role: Role = "decoration"
    within: tuple[Element, ...] = ()


class Sheet(Struct, frozen=True):
    """One page or slide. ``size`` is the trim size in points; items may run into the bleed.

    ``scale``: points on paper to one of the sheet's, for pages enlarged to another trim size.
    """

    name: str  # unique in its document, the target of links
    size: tuple[float, float]
    items: tuple[Item, ...]
    background: Colour | None = None
    bleed: Edges = NO_EDGES
    section: int | None = None
    layout: str = ""  # name of the slide layout (decks)
    title: str = ""
    notes: tuple[str, ...] = ()  # paragraphs for the speaker
    folio: str = ""
    scale: float = 1.0


class SheetItem(Struct, frozen=True):
    """A whole sheet shown inside another, scaled to the rectangle's width and cut at its edges."""

    rect: Rect
    sheet: Sheet
    alt: str
    name: str = ""
    role: Role = "figure"
    within: tuple[Element, ...] = ()

    @property
    def scale(self) -> float:
        """Points of the outer sheet to one of the inner."""
        return self.rect.width / self.sheet.size[0]


Item = TextBox | Shape | ChartItem | TableItem | PictureItem | Link | SheetItem


def charts_of(items: Iterable[Item]) -> Iterator[ChartItem]:
    """Every chart in painting order, those of sheets inside the sheet included."""
    for item in items:
        if isinstance(item, ChartItem):
            yield item
        elif isinstance(item, SheetItem):
            yield from charts_of(item.sheet.items)


def holds_picture(items: Iterable[Item]) -> bool:
    """Whether a picture is among the items, or in a sheet among them."""
    return any(
        isinstance(item, PictureItem) or (isinstance(item, SheetItem) and holds_picture(item.sheet.items))
        for item in items
    )


class Bookmark(Struct, frozen=True):
    """An entry of the document outline."""

    title: str
    sheet: str
    level: int = 0


class Document(Struct, frozen=True):
    """Every sheet of one output, with the properties of the file."""

    title: str
    sheets: tuple[Sheet, ...]
    outline: tuple[Bookmark, ...] = ()
    author: str = ""
    subject: str = ""
    date: str = ""  # as the report gives it; never the day of the build
    language: str = LANGUAGE
    structure: Node | None = None  # what is read, in which order; None: the file is not tagged
