"""Sheets into a structure tree: what is read, as what, in which order (ISO 14289-1, ISO 32000-1 14.8).

Order is the text's. A section is read as its heading, its running text whole (also where it continues over
columns and pages), then what is beside and below the text in the order of the pages, then its
subsections. Everything else (ornaments, grounds, rules, running heads, folios) is an artifact.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from reportgen.layout.parts.drawing import bounds
from reportgen.layout.parts.extents import Extent, paragraph_extents, run_extents
from reportgen.lengths import Rect
from reportgen.model.sheet import Item, Link, Shape, Sheet, TableCell, TableItem, TextBox
from reportgen.model.structure import Content, Element, Hotspot, Node, Tag
from reportgen.model.text import StyledParagraph

NOT_READ = frozenset({"running", "folio", "decoration"})
TAKES_TEXT = frozenset({"P", "Lbl", "TH", "TD", "Link", "Figure", "Heading", "Span"})
SECTIONS = frozenset({"Document", "Sect"})
LEADS = frozenset({"Heading", "Caption", "Lbl"})  # come first in their parent, wherever they are
HEADING, PARAGRAPH_LIST = Element("Heading"), "L"
LEVELS: tuple[Tag, ...] = ("H1", "H2", "H3", "H4", "H5", "H6")


def plan_structure(sheets: Sequence[Sheet], language: str) -> Node:
    """The document's tree.

    Items that name no place are in a section of their sheet, those of the first sheet (the cover) in
    the document itself. ``language``: text in any other is marked.
    """
    planner = _Planner(language)
    for number, sheet in enumerate(sheets):
        home = (Element("Sect", sheet.name),) if number else ()
        for i, item in enumerate(sheet.items):
            if _is_read(item):
                planner.add(item, item.within or home, (number, i), Rect(0, 0, *sheet.size))
    return planner.root.finished(0)


def _is_read(item: Item) -> bool:
    if isinstance(item, Shape):
        return bool(item.alt) or any(element.tag == "Figure" for element in item.within)
    if isinstance(item, TextBox):
        return item.role not in NOT_READ and any(line.runs for line in item.lines)
    return True


class _OpenNode(Struct, eq=False):
    """A node whose children are still being collected."""

    element: Element
    kids: list[_OpenNode | Content | Hotspot] = field(default_factory=list)
    children: dict[Element, _OpenNode] = field(default_factory=dict)
    lang: str = ""
    running: bool = False  # holds running text
    box: tuple[int, Rect] | None = None

    def child(self, element: Element) -> _OpenNode:
        """The child that element stands for, made when it is new."""
        found = self.children.get(element)
        if found is None:
            found = self.children[element] = _OpenNode(element)
            self.kids.append(found)
        return found

    def rank(self) -> int:
        """Its rank in the reading order of a section: heading, running text, what accompanies it, subsections."""
        tag = self.element.tag
        return 0 if tag in LEADS else 3 if tag == "Sect" else 1 if self.running else 2

    def finished(self, headings: int) -> Node:
        """The node; ``headings``: how many sections around it have a heading."""
        tag = self.element.tag
        headings += tag in SECTIONS and HEADING in self.children
        kids = sorted(self.kids, key=_rank) if tag == "Sect" else sorted(self.kids, key=_leads)
        return Node(
            tag=LEVELS[min(headings, len(LEVELS)) - 1] if tag == "Heading" else tag,
            kids=tuple(kid.finished(headings) if isinstance(kid, _OpenNode) else kid for kid in kids),
            alt=self.element.alt,
            lang=self.lang,
            scope=self.element.scope,
            numbering="None" if tag == "L" and self._labelled() else "",
            id=self.element.key if tag == "Note" else "",
            box=self.box,
        )

    def _labelled(self) -> bool:
        """Whether the list's items have labels of their own: words, not numbers."""
        return any(
            child.element.tag == "Lbl" for item in self.children.values() for child in item.children.values()
        )


def _rank(kid: _OpenNode | Content | Hotspot) -> int:
    return kid.rank() if isinstance(kid, _OpenNode) else 1


def _leads(kid: _OpenNode | Content | Hotspot) -> int:
    return 0 if isinstance(kid, _OpenNode) and kid.element.tag in LEADS else 1


class _Planner:
    """Puts items into the tree in the order of the sheets."""

    def __init__(self, language: str) -> None:
        self.root = _OpenNode(Element("Document"))
        self._language = language
        self._open: dict[str, _OpenNode] = {}  # block → its last paragraph, which the next box may continue

    def add(self, item: Item, within: Sequence[Element], at: tuple[int, int], page: Rect) -> None:
        """Adds what the item shows; ``at``: its sheet and its number there."""
        running = isinstance(item, TextBox) and item.is_running
        place = self.root
        for element in within:
            place = place.child(element)
            place.running = place.running or running
            if element.tag == "Figure":
                place.box = _grown(place.box, at[0], bounds(item).intersection(page))
        if isinstance(item, TextBox):
            self._text(item, place, at)
        elif isinstance(item, TableItem):
            _table(item, place, at)
        elif isinstance(item, Link):
            link = place if place.element.tag == "Link" else place.child(Element("Link", f"{at}"))
            link.kids.append(Hotspot(*at))
        else:
            self._figure(item, place, within, at, page)

    def _figure(
        self, item: Item, place: _OpenNode, within: Sequence[Element], at: tuple[int, int], page: Rect
    ) -> None:
        if not any(element.tag == "Figure" for element in within):
            place = place.child(Element("Figure", f"{at}", getattr(item, "alt", "")))
            place.box = (at[0], bounds(item).intersection(page))
        place.kids.append(Content(*at))

    def _text(self, box: TextBox, place: _OpenNode, at: tuple[int, int]) -> None:
        for k, (paragraph, extent) in enumerate(zip(box.paragraphs, paragraph_extents(box), strict=True)):
            if extent[0] == extent[1]:
                continue
            begun = self._open.get(box.block) if k == 0 and box.continues else None
            target = begun or self._target(box, place, (*at, k))
            self._fill(target, box, paragraph, extent, at)
            if box.is_running:
                self._open[box.block] = target

    def _target(self, box: TextBox, place: _OpenNode, at: tuple[int, int, int]) -> _OpenNode:
        """The element a paragraph's characters go into."""
        tag, paragraph = place.element.tag, Element("P", f"{at}")
        if tag in TAKES_TEXT:
            return place
        if tag == PARAGRAPH_LIST:
            return place.child(Element("LI", f"{at}")).child(Element("LBody")).child(paragraph)
        if tag in SECTIONS and box.role in ("title", "heading"):
            heading = place.children.get(HEADING)
            if heading is None or place.kids[-1] is heading:
                return place.child(HEADING)
        done = place.child(paragraph)
        done.running = box.is_running
        return done

    def _fill(
        self, target: _OpenNode, box: TextBox, paragraph: StyledParagraph, extent: Extent, at: tuple[int, int]
    ) -> None:
        """The paragraph's characters as content, stretches in another language each in a span, marks of notes apart."""
        if all(run.lang == self._language and not run.style.rise for run in paragraph.runs):
            target.kids.append(Content(*at, *extent))
            return
        for (lang, raised), start, stop in self._stretches(box, paragraph, extent):
            content = Content(*at, start, stop)
            if raised:
                target.child(Element("Reference", f"{at}:{start}")).kids.append(content)
            elif lang == self._language:
                target.kids.append(content)
            else:
                span = target.child(Element("Span", f"{lang}:{at}:{start}"))
                span.lang = lang
                span.kids.append(content)

    @staticmethod
    def _stretches(
        box: TextBox, paragraph: StyledParagraph, extent: Extent
    ) -> list[tuple[tuple[str, bool], int, int]]:
        """Languages of the paragraph, and whether they are marks of notes, with their extents."""
        found: list[tuple[tuple[str, bool], int, int]] = []
        for run, (start, stop) in zip(paragraph.runs, run_extents(box, paragraph, extent[0]), strict=True):
            if start == stop:
                continue
            kind = (run.lang, bool(run.style.rise))
            if found and found[-1][0] == kind:
                start = found.pop()[1]
            found.append((kind, start, stop))
        return found


def _table(item: TableItem, place: _OpenNode, at: tuple[int, int]) -> None:
    table = place if place.element.tag == "Table" else place.child(Element("Table", f"{at}"))
    for r, row in enumerate(item.rows):
        line = table.child(Element("TR", f"{at}:{r}"))
        for c, cell in enumerate(row):
            field_ = line.child(_cell_element(cell, f"{c}", top=r < item.header_rows))
            if any(set_line.runs for set_line in cell.lines):
                field_.kids.append(Content(*at, cell=(r, c)))


def _cell_element(cell: TableCell, key: str, *, top: bool) -> Element:
    """What a cell is; ``top``: in a header row. A marked cell below those heads its row."""
    if top:
        return Element("TH", key, scope="Column")
    return Element("TH", key, scope="Row") if cell.header else Element("TD", key)


def _grown(box: tuple[int, Rect] | None, sheet: int, rect: Rect) -> tuple[int, Rect]:
    """The bounds with one more rectangle, as long as it is on the same sheet."""
    if box is None or box[0] != sheet:
        return box or (sheet, rect)
    return (sheet, box[1].union(rect))
