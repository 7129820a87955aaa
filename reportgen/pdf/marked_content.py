"""Marked content: which sequence each painted thing belongs to (ISO 32000-1 14.6, 14.7.4, 14.8.2.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from reportgen.model.sheet import Item, Sheet
from reportgen.model.structure import Content, Hotspot, Node
from reportgen.model.text import GlyphRun

ContentPlace = tuple[int, int, tuple[int, int] | None]  # sheet, item, cell
LAYOUT = "<</Type/Layout>>"
PAGINATION: Mapping[str, str] = MappingProxyType(
    {
        "running": "<</Type/Pagination/Subtype/Header>>",
        "folio": "<</Type/Pagination/Subtype/Footer>>",
    }
)


class Unmarked:
    """What a painter asks while it paints a file without structure."""

    def begin(self, sheet: Sheet, write: Callable[[str], None]) -> None:
        """A sheet begins."""

    def ground(self, box: str) -> None:
        """The sheet's ground is next; ``box``: four numbers."""

    def item(self, number: int, item: Item) -> None:
        """The item of that number is next."""

    def cell(self, row: int, column: int) -> None:
        """The table cell is next."""

    def layout(self) -> None:
        """A rule or another part of an item that is not read is next."""

    def parts(self, run: GlyphRun) -> Iterator[GlyphRun]:
        """The run in the pieces it is to be shown in."""
        yield run

    def link(self, name: str) -> int | None:
        """The structure parent key of the item's annotation, which has that name."""
        del name
        return None

    def end(self) -> None:
        """The sheet ends."""


class MarkedPiece(Struct, frozen=True):
    """Content and the node it belongs to, by its number in the tree."""

    content: Content
    node: int
    tag: str

    @property
    def stop(self) -> float:
        return float("inf") if self.content.stop is None else self.content.stop


class LinkMark(Struct, frozen=True):
    """An annotation: its sheet, its name, the number of its Link element and its structure parent key."""

    sheet: int
    name: str
    node: int
    key: int


class MarkedContent(Unmarked):
    """Opens and closes sequences as items are painted, and remembers what became of each content.

    Characters of a text get a sequence for each paragraph; what is painted in one go for one figure
    shares a sequence.
    """

    def __init__(self, structure: Node, sheets: int) -> None:
        self.nodes = tuple(structure.nodes())
        self.numbers: dict[Content, int] = {}  # MCID of each content that opened a sequence
        self.parents: list[list[int]] = []  # for each sheet: node of each MCID
        self.links: dict[Hotspot, LinkMark] = {}
        self._hotspots: dict[tuple[int, int], int] = {}
        self._pieces: dict[ContentPlace, list[MarkedPiece]] = {}
        self._sheets = sheets
        for number, node in enumerate(self.nodes):
            self._note(number, node)
        self._open: object = None
        self._queue: list[MarkedPiece] = []
        self._at = 0
        self._place = (-1, -1)
        self._artifact = LAYOUT

    def _note(self, number: int, node: Node) -> None:
        for kid in node.kids:
            if isinstance(kid, Content):
                place = (kid.sheet, kid.item, kid.cell)
                self._pieces.setdefault(place, []).append(MarkedPiece(kid, number, node.tag))
            elif isinstance(kid, Hotspot):
                self._hotspots[kid.sheet, kid.item] = number

    def begin(self, sheet: Sheet, write: Callable[[str], None]) -> None:
        del sheet
        self._write = write
        self.parents.append([])

    def ground(self, box: str) -> None:
        self._switch(f"ground {box}", f"/Artifact <</Type/Background/BBox[{box}]>> BDC")

    def item(self, number: int, item: Item) -> None:
        self._place = (len(self.parents) - 1, number)
        self._artifact = PAGINATION.get(item.role, LAYOUT)
        self._take((*self._place, None))

    def cell(self, row: int, column: int) -> None:
        self._take((*self._place, (row, column)))

    def layout(self) -> None:
        self._switch(LAYOUT, f"/Artifact {LAYOUT} BDC")

    def _take(self, place: ContentPlace) -> None:
        """Makes the pieces of the place the next to be painted; a place without any is an artifact."""
        self._queue = sorted(self._pieces.get(place, ()), key=lambda piece: piece.content.start)
        self._at = 0
        if self._queue:
            self._enter(self._queue[0])
        else:
            self._switch(self._artifact, f"/Artifact {self._artifact} BDC")

    def parts(self, run: GlyphRun) -> Iterator[GlyphRun]:
        length = sum(map(len, run.clusters))
        while len(self._queue) > 1 and self._at + length > self._queue[0].stop:
            room = int(self._queue.pop(0).stop) - self._at
            if room:
                head, run = _split(run, room)
                self._at, length = self._at + room, length - room
                yield head
            self._enter(self._queue[0])
        self._at += length
        yield run

    def _enter(self, piece: MarkedPiece) -> None:
        merged = piece.node if piece.tag == "Figure" else piece.content
        if merged == self._open:
            return
        mine = self.parents[-1]
        self._switch(merged, f"/{piece.tag} <</MCID {len(mine)}>> BDC")
        self.numbers[piece.content] = len(mine)
        mine.append(piece.node)

    def _switch(self, to: object, operator: str) -> None:
        if to == self._open:
            return
        if self._open is not None:
            self._write("EMC")
        self._open = to
        self._write(operator)

    def link(self, name: str) -> int | None:
        node = self._hotspots.get(self._place)
        if node is None:
            return None
        mark = LinkMark(self._place[0], name, node, self._sheets + len(self.links))
        self.links[Hotspot(*self._place)] = mark
        return mark.key

    def end(self) -> None:
        if self._open is not None:
            self._write("EMC")
        self._open = None


def _split(run: GlyphRun, characters: int) -> tuple[GlyphRun, GlyphRun]:
    """The run cut after so many characters; glyphs without text stay with those before them."""
    ends = list(accumulate(map(len, run.clusters)))
    cut = next(i for i, end in enumerate(ends) if end >= characters) + 1
    while cut < len(ends) and not run.clusters[cut]:
        cut += 1
    moved = sum(run.advances[:cut])
    x, y = (run.x, run.y + moved) if run.turned else (run.x + moved, run.y)
    head = replace(
        run,
        glyphs=run.glyphs[:cut],
        clusters=run.clusters[:cut],
        advances=run.advances[:cut],
        offsets=run.offsets[:cut],
    )
    tail = replace(
        run,
        x=x,
        y=y,
        glyphs=run.glyphs[cut:],
        clusters=run.clusters[cut:],
        advances=run.advances[cut:],
        offsets=run.offsets[cut:],
    )
    return head, tail
