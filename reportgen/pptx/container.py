"""The package: named parts and their relations, and the same zip bytes for the same parts."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import OpcPackage, Part
from pptx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from pptx.opc.serialized import _ContentTypesItem

ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip entry can carry: no clock in the file
FONT_EXTENSION, FONT_DATA = "fntdata", "application/x-fontdata"
STORED = (".xlsx", ".png", ".jpg", ".jpeg")  # packed already


class Container:
    """An open package. Part names are given by the caller, so nothing is ever searched for a free one."""

    def __init__(self) -> None:
        self._package: Any = OpcPackage(BytesIO())
        self._parts: list[Part] = []

    def add(self, name: str, content_type: str, blob: bytes = b"") -> Part:
        """A new part; its bytes may follow later, when the ids of its relations are known."""
        part = Part(PackURI(name), content_type, self._package, blob)
        self._parts.append(part)
        return part

    def add_root(self, name: str, content_type: str, relation: str, blob: bytes = b"") -> Part:
        """A part the package itself points to: the presentation, the properties."""
        part = self.add(name, content_type, blob)
        self._package.relate_to(part, relation)
        return part

    def to_bytes(self) -> bytes:
        """Content types, relations and parts in the order they were added, dated 1980-01-01."""
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            _store(archive, CONTENT_TYPES_URI.membername, self._content_types())
            _store(archive, PACKAGE_URI.rels_uri.membername, self._package._rels.xml)
            for part in self._parts:
                _store(archive, part.partname.membername, part.blob)
                if len(part.rels):
                    _store(archive, part.partname.rels_uri.membername, part.rels.xml)
        return buffer.getvalue()

    def _content_types(self) -> Any:
        """Content types part by part; those of embedded fonts by extension, as PowerPoint expects (X-06)."""
        fonts = [part for part in self._parts if part.content_type == FONT_DATA]
        types = _ContentTypesItem.xml_for([part for part in self._parts if part not in fonts])
        if fonts:
            types.add_default(FONT_EXTENSION, FONT_DATA)
        return types


def _store(archive: zipfile.ZipFile, name: str, data: Any) -> None:
    blob = data if isinstance(data, bytes) else serialize_part_xml(data)
    info = zipfile.ZipInfo(name, ZIP_DATE)
    info.external_attr = 0o600 << 16
    info.compress_type = zipfile.ZIP_STORED if name.endswith(STORED) else zipfile.ZIP_DEFLATED
    archive.writestr(info, blob)


__all__ = ["FONT_DATA", "FONT_EXTENSION", "RT", "Container", "Part"]
