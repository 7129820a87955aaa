"""A reader of tagged files for tests: content by sequence, the structure tree, and the text of both."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

PAINTS = {
    "S",
    "s",
    "f",
    "F",
    "f*",
    "B",
    "B*",
    "b",
    "b*",
    "sh",
    "Do",
    "BI",
    "INLINE IMAGE",
    "Tj",
    "TJ",
    "'",
    '"',
}


@dataclass
class Sequence:
    """A marked-content sequence: its tag, properties, what it paints and the text it shows."""

    tag: str
    mcid: int | None
    properties: dict[str, object]
    painted: int = 0
    text: str = ""


@dataclass
class PageContent:
    sequences: list[Sequence] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)  # operators that paint outside every sequence
    nested: int = 0  # sequences inside sequences
    unmapped: list[str] = field(default_factory=list)  # codes shown without Unicode value
    shown: set[str] = field(default_factory=set)  # text values of all codes shown

    def by_mcid(self) -> dict[int, Sequence]:
        found = {s.mcid: s for s in self.sequences if s.mcid is not None}
        assert len(found) == sum(s.mcid is not None for s in self.sequences), "MCIDs are unique on a page"
        return found


@dataclass
class StructElem:
    """A structure element, its kids in order: elements, (page, MCID) pairs, annotations."""

    tag: str
    object: pikepdf.Object
    kids: list[StructElem | tuple[int, int] | pikepdf.Object]

    def walk(self) -> Iterator[StructElem]:
        yield self
        for kid in self.elements():
            yield from kid.walk()

    def elements(self) -> list[StructElem]:
        return [kid for kid in self.kids if isinstance(kid, StructElem)]

    def attribute(self, owner: str, name: str) -> object:
        found = self.object.get("/A")
        return found.get(name) if found is not None and owner == found.O else None


class TaggedFile:
    """A file opened, every page's content read."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pdf = pikepdf.open(io.BytesIO(data))
        self._maps: dict[tuple[int, int], dict[int, str]] = {}
        self.pages = [self._content(page) for page in self.pdf.pages]
        self._numbers = {page.obj.objgen: i for i, page in enumerate(self.pdf.pages)}
        self.root = self._element(self.pdf.Root.StructTreeRoot.K)

    def _content(self, page: pikepdf.Page) -> PageContent:
        content, stack = PageContent(), []
        unicode: dict[int, str] = {}
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                properties = dict(operands[1]) if name == "BDC" else {}
                content.nested += bool(stack)
                mcid = properties.get("/MCID")
                stack.append(Sequence(str(operands[0]), None if mcid is None else int(mcid), properties))
                content.sequences.append(stack[-1])
            elif name == "EMC":
                stack.pop()
            elif name == "Tf":
                unicode = self._unicode(page.Resources.Font[str(operands[0])])
            if name in PAINTS:
                if not stack:
                    content.outside.append(name)
                    continue
                stack[-1].painted += 1
            if name == "TJ":
                for part in operands[0]:
                    if isinstance(part, pikepdf.String):
                        stack[-1].text += self._decoded(bytes(part), unicode, content)
        assert not stack, "every sequence is closed"
        return content

    @staticmethod
    def _decoded(codes: bytes, unicode: dict[int, str], content: PageContent) -> str:
        text = ""
        for i in range(0, len(codes), 2):
            code = int.from_bytes(codes[i : i + 2], "big")
            if code not in unicode:
                content.unmapped.append(f"{code:04X}")
            content.shown.add(unicode.get(code, ""))
            text += unicode.get(code, "")
        return text

    def _unicode(self, font: pikepdf.Object) -> dict[int, str]:
        if font.objgen not in self._maps:
            rows = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>", font.ToUnicode.read_bytes().decode("ascii"))
            self._maps[font.objgen] = {
                int(code, 16): bytes.fromhex(text).decode("utf-16-be")
                for code, text in rows
                if code != "0000" or text != "FFFF"
            }
        return self._maps[font.objgen]

    def _element(self, thing: pikepdf.Object) -> StructElem:
        kids = thing.get("/K", pikepdf.Array())
        parts = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        return StructElem(str(thing.S)[1:], thing, [self._kid(part, thing) for part in parts])

    def _kid(
        self, part: pikepdf.Object, parent: pikepdf.Object
    ) -> StructElem | tuple[int, int] | pikepdf.Object:
        if isinstance(part, int):
            return (self._numbers[parent.Pg.objgen], int(part))
        if part.get("/Type") == "/MCR":
            return (self._numbers[part.Pg.objgen], int(part.MCID))
        if part.get("/Type") == "/OBJR":
            return part
        return self._element(part)

    def elements(self, *tags: str) -> list[StructElem]:
        """Every element of those tags (any, where none is named) in reading order."""
        return [element for element in self.root.walk() if not tags or element.tag in tags]

    def text(self, element: StructElem) -> str:
        """The element's characters in reading order; a divided word is whole again."""
        parts = []
        for kid in element.kids:
            if isinstance(kid, StructElem):
                parts.append(self.text(kid))
            elif isinstance(kid, tuple):
                parts.append(self.pages[kid[0]].by_mcid()[kid[1]].text)
        return "".join(parts).replace("\u00ad", "")
