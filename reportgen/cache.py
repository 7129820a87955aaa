"""What was made once and is asked for again, in an object of its own."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Made = TypeVar("Made")


class Cache:
    """Values by key, each made when it is first asked for.

    Values between the stages are frozen and hold no such store: whoever plans or draws makes one and hands it on.
    """

    def __init__(self) -> None:
        self._made: dict[Hashable, Any] = {}

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The value of that key; ``make`` is called the first time."""
        found: Made | None = self._made.get(key)
        if found is None:
            found = self._made[key] = make()
        return found
