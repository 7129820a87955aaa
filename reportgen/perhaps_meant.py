"""The hint for a name that is not known: the known one it was perhaps meant to be."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.errors import Message

CLOSE = 0.6  # similarity from which a name counts as meant; 1: the same


def perhaps_meant(name: str, known: Iterable[str], close: float = CLOSE) -> Message | None:
    """Did you mean …? None where no known name is close."""
    import difflib  # loaded only where something is misspelt

    near = difflib.get_close_matches(name, list(known), 1, close)
    return Message(f"是否指“{near[0]}”？", f"did you mean '{near[0]}'?") if near else None
