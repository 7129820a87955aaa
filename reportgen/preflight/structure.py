"""The structure tree of a tagged file (ISO 32000-1, 14.7), read once and safe against loops."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from reportgen.preflight.object_key import ObjectKey, key_of

MAPPED_AT_MOST = 32  # steps through a role map
STANDARD = frozenset(
    [
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "P",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Ruby",
        "Warichu",
        "RB",
        "RT",
        "RP",
        "WT",
        "WP",
        "Figure",
        "Formula",
        "Form",
    ]
)
TRANSPARENT = ("NonStruct", "Div")  # between a parent and its children these change nothing


@dataclass
class StructureElement:
    """A structure element; ``kind`` is its own type, ``type`` the standard one the role map gives it."""

    obj: Any
    kind: str
    type: str
    parent: StructureElement | None
    children: list[StructureElement] = field(default_factory=list)
    marks: list[tuple[ObjectKey, int]] = field(default_factory=list)  # owner of the content, MCID
    objects: list[ObjectKey] = field(default_factory=list)  # annotations and forms by OBJR

    def text(self, key: str) -> str:
        """A text entry such as Alt; empty where it is missing."""
        value = self.obj.get(key)
        return "" if value is None else str(value).strip()

    @property
    def holder(self) -> StructureElement | None:
        """The nearest parent with a meaning of its own."""
        up = self.parent
        while up is not None and up.type in TRANSPARENT:
            up = up.parent
        return up

    @property
    def members(self) -> list[StructureElement]:
        """The children, through grouping elements without a meaning."""
        found: list[StructureElement] = []
        for child in self.children:
            found += child.members if child.type in TRANSPARENT else [child]
        return found

    def attribute(self, name: str) -> Any:
        """A structure attribute by its key, from attribute objects and classes written in place."""
        attributes = self.obj.get("/A")
        tables = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
        for table in tables:
            if isinstance(table, pikepdf.Dictionary) and name in table:
                return table[name]
        return None


@dataclass
class Structure:
    """The whole tree in reading order; ``looping`` counts elements met a second time."""

    root: Any
    roles: dict[str, str]
    elements: list[StructureElement] = field(default_factory=list)
    looping: int = 0

    def marks(self) -> dict[tuple[ObjectKey, int], StructureElement]:
        """Each marked content with the element that holds it."""
        return {mark: element for element in self.elements for mark in element.marks}

    def objects(self) -> dict[ObjectKey, StructureElement]:
        """Each referenced object with the element that holds it."""
        return {key: element for element in self.elements for key in element.objects}


def read_structure(root: Any) -> Structure | None:
    """The tree of a document catalog; None for an untagged file."""
    tree = root.get("/StructTreeRoot")
    if not isinstance(tree, pikepdf.Dictionary):
        return None
    table = tree.get("/RoleMap", pikepdf.Dictionary())
    roles = {str(key).lstrip("/"): str(value).lstrip("/") for key, value in table.items()}
    structure = Structure(tree, roles)
    seen: set[ObjectKey] = set()
    waiting: list[tuple[Any, StructureElement | None, Any]] = [
        (child, None, None) for child in reversed(_kids(tree))
    ]
    while waiting:
        node, parent, page = waiting.pop()
        element = _element(node, parent, structure, seen)
        if element is not None:
            page = node.get("/Pg", page)
            inner = [kid for kid in _kids(node) if not _content(kid, element, page)]
            waiting += [(kid, element, page) for kid in reversed(inner)]
    return structure


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _element(
    node: Any, parent: StructureElement | None, structure: Structure, seen: set[ObjectKey]
) -> StructureElement | None:
    if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
        return None
    if node.objgen != (0, 0) and node.objgen in seen:
        structure.looping += 1
        return None
    seen.add(node.objgen)
    kind = str(node["/S"]).lstrip("/")
    element = StructureElement(node, kind, standard_type(kind, structure.roles), parent)
    structure.elements.append(element)
    if parent is not None:
        parent.children.append(element)
    return element


def standard_type(kind: str, roles: dict[str, str]) -> str:
    """The standard type a role map leads to; the last name reached where it leads to none."""
    for _ in range(MAPPED_AT_MOST):
        if kind in STANDARD or kind not in roles:
            break
        kind = roles[kind]
    return kind


def _content(kid: Any, element: StructureElement, page: Any) -> bool:
    """Notes marked content or an object reference; False for a child element."""
    if isinstance(kid, int):
        element.marks.append((key_of(page), int(kid)))
        return True
    if not isinstance(kid, pikepdf.Dictionary):
        return True
    kind = str(kid.get("/Type", ""))
    if kind == "/MCR" or ("/MCID" in kid and "/S" not in kid):
        owner = kid.get("/Stm", kid.get("/Pg", page))
        element.marks.append((key_of(owner), int(kid.get("/MCID", -1))))
        return True
    if kind == "/OBJR":
        element.objects.append(key_of(kid.get("/Obj")))
        return True
    return False


def parent_tree(tree: Any) -> dict[int, Any]:
    """The ParentTree's entries by key."""
    found: dict[int, Any] = {}
    for numbers in _leaves(tree.get("/ParentTree")):
        found.update({int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=False)})
    return found


def _leaves(node: Any) -> Iterator[list[Any]]:
    waiting, seen = [node], set()
    while waiting:
        branch = waiting.pop()
        if not isinstance(branch, pikepdf.Dictionary) or (branch.objgen != (0, 0) and branch.objgen in seen):
            continue
        seen.add(branch.objgen)
        if "/Nums" in branch:
            yield list(branch["/Nums"])
        waiting += list(branch.get("/Kids", ()))
