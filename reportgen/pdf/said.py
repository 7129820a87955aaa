"""What a file is to say of itself."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.model.sheet import Document


@dataclass(frozen=True, slots=True)
class Said:
    """The document, the program that wrote it and when: an ISO 8601 time."""

    document: Document
    creator: str
    date: str
