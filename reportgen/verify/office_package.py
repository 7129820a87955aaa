"""Office packages opened with care: sizes bounded, entities off, nothing fetched."""

from __future__ import annotations

import posixpath
import zipfile
from io import BytesIO
from typing import Any

from lxml import etree

from reportgen.errors import Message, ReportgenError, error

LARGEST_PART = 40_000_000  # bytes a part may unpack to
LARGEST = 400_000_000  # bytes the whole package may unpack to
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Package:
    """A zip package of XML parts, read part by part."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self.archive = zipfile.ZipFile(BytesIO(data))
            size = sum(entry.file_size for entry in self.archive.infolist())
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as fault:
            raise self.damaged(str(fault)) from fault
        if size > LARGEST:
            raise self.damaged("too large")
        self.parts = frozenset(self.archive.namelist())

    def damaged(self, detail: str) -> ReportgenError:
        """The error for a package that cannot be read."""
        hint = Message(f"重新生成这个文件（{detail}）", f"make the file again ({detail})")
        return error(f"{self.name}：文件损坏，读不出内容", f"{self.name}: damaged, cannot be read", hint=hint)

    def bytes_of(self, part: str) -> bytes:
        """A part unpacked; raises ReportgenError where it is missing, damaged or too large."""
        try:
            if self.archive.getinfo(part).file_size > LARGEST_PART:
                raise self.damaged(f"{part}: too large")
            return self.archive.read(part)
        except (
            KeyError,
            zipfile.BadZipFile,
            RuntimeError,
            NotImplementedError,
            OSError,
            ValueError,
        ) as fault:
            raise self.damaged(part) from fault
        except Exception as fault:  # zlib's own error for a stream cut short
            if isinstance(fault, ReportgenError):
                raise
            raise self.damaged(part) from fault

    def tree(self, part: str) -> Any:
        """A part's root element; a document type is refused, it has no business in a package."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(self.bytes_of(part), parser)
        except etree.XMLSyntaxError as fault:
            raise self.damaged(f"{part}: {fault}") from fault
        if root.getroottree().docinfo.doctype:
            raise self.damaged(f"{part}: DOCTYPE")
        return root

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """The relationships of a part: id to kind (the type's last word) and target part."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self.parts:
            return {}
        found = {}
        for node in self.tree(relations).iter(RELATIONS):
            if node.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, node.get("Target", ""))).lstrip("/")
                found[node.get("Id", "")] = (node.get("Type", "").rpartition("/")[2], target)
        return found
