"""The key that identifies an object of a PDF file."""

from __future__ import annotations

from typing import Any

ObjectKey = tuple[int, int]  # object and generation number


def key_of(value: Any) -> ObjectKey:
    """Object and generation number; (0, 0) for a direct object."""
    found: ObjectKey = getattr(value, "objgen", (0, 0))
    return found
