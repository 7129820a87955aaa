"""The structure tree as objects of the file: elements, parent tree, page entries (ISO 32000-1 14.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

from reportgen.model.sheet import Sheet
from reportgen.model.structure import Content, Hotspot, Node
from reportgen.pdf.ink import number
from reportgen.pdf.marked_content import MarkedContent


class TaggedPage(pdfdoc.PDFPage):
    """A page with the entries of tagged content, which reportlab's own leaves out."""

    __NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]  # noqa: RUF012 - reportlab's own form


class RawObject(pdfdoc.PDFObject):
    """An indirect object whose bytes are filled in once all numbers are known."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.body = b""

    def format(self, document: Any) -> bytes:
        """The object as it is written in the file."""
        del document
        return self.body


def write_structure(doc: Any, marked: MarkedContent, sheets: Sequence[Sheet]) -> None:
    """Adds the tree to an open document whose pages (named Page1 …) have all been painted."""
    for key, page in enumerate(doc.Pages):
        page.__class__ = TaggedPage
        page.StructParents = key
        page.Tabs = pdfdoc.PDFName("S")
    _Writer(doc, marked, sheets).write()
    doc.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})


class _Writer:
    def __init__(self, doc: Any, marked: MarkedContent, sheets: Sequence[Sheet]) -> None:
        self._doc, self._marked, self._sheets = doc, marked, sheets
        self._pages = [self._number(f"Page{i + 1}") for i in range(len(sheets))]
        self._root, self._root_number = self._new("structure")
        self._elements = [self._new(f"element{i}") for i in range(len(marked.nodes))]
        self._places = {id(node): i for i, node in enumerate(marked.nodes)}

    def _number(self, name: str) -> int:
        return int(self._doc.idToObjectNumberAndVersion[name][0])

    def _new(self, name: str) -> tuple[RawObject, int]:
        made = RawObject()
        self._doc.Reference(made, name)
        return made, self._number(name)

    def write(self) -> None:
        parents, parents_number = self._new("parents")
        marked = self._marked
        self._element(0, self._root_number)
        parents.body = self._parent_tree()
        self._root.body = (
            f"<</Type/StructTreeRoot/K {self._elements[0][1]} 0 R/ParentTree {parents_number} 0 R"
            f"/ParentTreeNextKey {len(self._sheets) + len(marked.links)}{self._id_tree()}>>"
        ).encode("ascii")
        self._doc.Catalog.StructTreeRoot = pdfdoc.PDFObjectReference("structure")

    def _id_tree(self) -> str:
        """The elements that have a name of their own, in the order of the names."""
        named = sorted(
            (node.id, self._elements[i][1]) for i, node in enumerate(self._marked.nodes) if node.id
        )
        return (
            f"/IDTree<</Names[{''.join(f'({id}){number} 0 R ' for id, number in named)}]>>" if named else ""
        )

    def _parent_tree(self) -> bytes:
        """Each page's elements by MCID, then each annotation's element."""
        numbers = [number for _, number in self._elements]
        rows = [
            f"{sheet}[{' '.join(f'{numbers[node]} 0 R' for node in mine)}]"
            for sheet, mine in enumerate(self._marked.parents)
        ]
        rows += [f"{link.key} {numbers[link.node]} 0 R" for link in self._marked.links.values()]
        return f"<</Nums[{' '.join(rows)}]>>".encode("ascii")

    def _element(self, index: int, parent: int) -> None:
        """Fills in an element and all below it."""
        made, own = self._elements[index]
        node = self._marked.nodes[index]
        page = next(self._sheets_of(node), None)
        kids = []
        for kid in node.kids:
            if isinstance(kid, Node):
                child = self._places[id(kid)]
                self._element(child, own)
                kids.append(f"{self._elements[child][1]} 0 R")
            else:
                kids += self._leaf(kid, page)
        parts = [f"<</Type/StructElem/S/{node.tag}/P {parent} 0 R"]
        if page is not None:
            parts.append(f"/Pg {self._pages[page]} 0 R")
        made.body = "".join((*parts, *self._attributes(node), f"/K{_array(kids)}>>")).encode("ascii")

    @staticmethod
    def _sheets_of(node: Node) -> Iterator[int]:
        return (kid.sheet for kid in node.kids if not isinstance(kid, Node))

    def _leaf(self, kid: Content | Hotspot, page: int | None) -> Iterator[str]:
        """A marked-content sequence or an annotation; nothing where it shares the sequence before it."""
        if isinstance(kid, Hotspot):
            link = self._number(self._doc.annotationName(self._marked.links[kid].name))
            yield f"<</Type/OBJR/Obj {link} 0 R/Pg {self._pages[kid.sheet]} 0 R>>"
            return
        mcid = self._marked.numbers.get(kid)
        if mcid is not None and kid.sheet == page:
            yield f"{mcid}"
        elif mcid is not None:
            yield f"<</Type/MCR/Pg {self._pages[kid.sheet]} 0 R/MCID {mcid}>>"

    def _attributes(self, node: Node) -> Iterator[str]:
        if node.id:
            yield f"/ID({node.id})"
        if node.alt:
            yield f"/Alt{text_string(node.alt)}"
        if node.lang:
            yield f"/Lang({node.lang})"
        if node.scope:
            yield f"/A<</O/Table/Scope/{node.scope}>>"
        if node.numbering:
            yield f"/A<</O/List/ListNumbering/{node.numbering}>>"
        if node.box:
            sheet, rect = node.box
            height = self._sheets[sheet].size[1]
            sides = (rect.x, height - rect.bottom, rect.right, height - rect.y)
            yield f"/A<</O/Layout/Placement/Block/BBox[{' '.join(number(side) for side in sides)}]>>"


def _array(parts: Sequence[str]) -> str:
    """One part as itself, several as an array."""
    return f" {parts[0]}" if len(parts) == 1 else f"[{' '.join(parts)}]"


def text_string(text: str) -> str:
    """A text string in UTF-16 (ISO 32000-1 7.9.2.2)."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
