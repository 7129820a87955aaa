"""The properties a file gives of itself."""

from __future__ import annotations

from msgspec import Struct

from reportgen.model.sheet import Document


class DocumentInfo(Struct, frozen=True):
    """The document, the program that wrote it and when: an ISO 8601 time."""

    document: Document
    creator: str
    date: str
