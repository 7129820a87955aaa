"""The package: named parts and their relations (ISO 29500-2), and the same zip bytes for the same parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from posixpath import dirname, relpath, splitext

from reportgen.pptx.archive import Packed, packed, stored, zipped
from reportgen.pptx.part_types import CT, RT
from reportgen.pptx.xml import part_bytes, quoteattr

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
FONT_EXTENSION = "fntdata"
# Content types given once for an extension, as embedded fonts need. Every other part is listed.
BY_EXTENSION = {
    "rels": CT.OPC_RELATIONSHIPS,
    "xml": CT.XML,
    "xlsx": CT.SML_SHEET,
    "png": CT.PNG,
    "jpg": CT.JPEG,
    "jpeg": CT.JPEG,
    "svg": CT.SVG,
    FONT_EXTENSION: CT.X_FONTDATA,
}
ALWAYS = ("rels", "xml")
PACKED_ALREADY = ("xlsx", "png", "jpg", "jpeg")


class Part:
    """One part: its bytes and its relations to others, which an index keeps: a deck has thousands."""

    def __init__(self, name: str, content_type: str, blob: bytes | Packed = b"") -> None:
        self.name = name
        self.content_type = content_type
        self.blob = blob
        self._related: dict[tuple[str, str], tuple[str, Part]] = {}

    def relate_to(self, other: Part, kind: str) -> str:
        """The id of the relation, the same each time."""
        number = len(self._related) + 1
        return self._related.setdefault((kind, other.name), (f"rId{number}", other))[0]

    def part_related_by(self, kind: str) -> Part:
        """The first part with that relation; KeyError where there is none."""
        for (own, _), (_, part) in self._related.items():
            if own == kind:
                return part
        raise KeyError(kind)

    @property
    def extension(self) -> str:
        return splitext(self.name)[1].removeprefix(".")

    def entries(self) -> Iterator[tuple[str, Packed]]:
        """The part and its relations as entries of the archive."""
        folder, file = self.name.rsplit("/", 1)
        if self.name != "/":
            yield self.name[1:], _packed(self.blob, self.extension)
        if self._related:
            yield f"{folder}/_rels/{file}.rels".lstrip("/"), packed(self._relations_xml())

    def _relations_xml(self) -> bytes:
        start = dirname(self.name)
        listed = "".join(
            f'<Relationship Id="{id}" Type="{kind}" Target={quoteattr(relpath(part.name, start))}/>'
            for (kind, _), (id, part) in self._related.items()
        )
        return part_bytes(f'<Relationships xmlns="{RELATIONS}">{listed}</Relationships>')


class Container:
    """An open package. Part names are given by the caller, so nothing is ever searched for a free one."""

    def __init__(self) -> None:
        self._root = Part("/", "")
        self._parts: list[Part] = []

    def add(self, name: str, content_type: str, blob: bytes | Packed = b"") -> Part:
        """A new part; its bytes may follow later, when the ids of its relations are known."""
        part = Part(name, content_type, blob)
        self._parts.append(part)
        return part

    def adopt(self, part: Part) -> None:
        """A part of another package, with its name, bytes and relations."""
        self._parts.append(part)

    def add_root(self, name: str, content_type: str, relation: str, blob: bytes = b"") -> Part:
        """A part the package itself points to: the presentation, the properties."""
        part = self.add(name, content_type, blob)
        self._root.relate_to(part, relation)
        return part

    def to_bytes(self) -> bytes:
        """Content types, relations and parts in the order they were added, dated 1980-01-01."""
        types = ("[Content_Types].xml", packed(_content_types(self._parts)))
        return zipped((types, *(entry for part in (self._root, *self._parts) for entry in part.entries())))


def _packed(blob: bytes | Packed, extension: str) -> Packed:
    if isinstance(blob, Packed):
        return blob
    return stored(blob) if extension in PACKED_ALREADY else packed(blob)


def _content_types(parts: Sequence[Part]) -> bytes:
    """Types by extension where an extension has one of its own, part by part elsewhere."""
    extensions = {part.extension for part in parts}
    defaults = "".join(
        f'<Default Extension="{extension}" ContentType="{kind}"/>'
        for extension, kind in BY_EXTENSION.items()
        if extension in extensions or extension in ALWAYS
    )
    overrides = "".join(
        f'<Override PartName={quoteattr(part.name)} ContentType="{part.content_type}"/>'
        for part in parts
        if BY_EXTENSION.get(part.extension) != part.content_type
    )
    return part_bytes(f'<Types xmlns="{TYPES}">{defaults}{overrides}</Types>')


__all__ = ["CT", "FONT_EXTENSION", "RT", "Container", "Part"]
