"""What a document's parts are and in which order they are read: the tree a tagged PDF carries.

Tags are the standard structure types of ISO 32000-1 14.8.4.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from reportgen.lengths import Rect

Tag = Literal[
    "Document", "Sect", "Div", "H1", "H2", "H3", "H4", "H5", "H6", "P", "BlockQuote",
    "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure", "Caption",
    "TOC", "TOCI", "Reference", "Link", "Span", "Note",
]  # fmt: skip
Scope = Literal["", "Row", "Column"]  # which cells a TH heads (ISO 32000-1 14.8.5.7)


class Element(Struct, frozen=True):
    """One step of the way from the document to an item, from the outside in.

    Equal elements in the same parent are one, wherever their items are. ``key`` tells apart those of one
    tag; ``Heading`` is the heading of the section it is in, its level is found in planning.
    """

    tag: Tag | Literal["Heading"]
    key: str = ""
    alt: str = ""
    scope: Scope = ""  # of a TH


class Content(Struct, frozen=True):
    """Something painted: an item of a sheet, or characters ``start`` … ``stop`` of a text's set lines.

    ``cell``: row and column where the item is a table.
    """

    sheet: int  # numbers from 0, into Document.sheets and Sheet.items
    item: int
    start: int = 0
    stop: int | None = None  # None: to the end
    cell: tuple[int, int] | None = None


class Hotspot(Struct, frozen=True):
    """The link annotation of an item, as a part of the structure."""

    sheet: int
    item: int


class Node(Struct, frozen=True):
    """A structure element; ``kids`` in reading order."""

    tag: Tag
    kids: tuple[Node | Content | Hotspot, ...] = ()
    alt: str = ""
    lang: str = ""  # where it differs from the document's
    scope: Scope = ""  # of a TH
    numbering: Literal["", "None", "Decimal"] = ""  # of an L whose items have labels
    id: str = ""  # of a Note, its own in the document (ISO 14289-1 7.9)
    box: tuple[int, Rect] | None = None  # of a Figure: its sheet and its bounds on it

    def nodes(self) -> Iterator[Node]:
        """This element and all below it, parents first, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.nodes()
