"""What a passage says in words, as the lines of a list: every one verbatim, heads above what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from reportgen.model.report import Ledger, LedgerRow, Panels, Plates, Quote
from reportgen.story.pieces import Honours, Keys, Piece
from reportgen.story.titles import GAP


class Entry(Struct, frozen=True):
    """One paragraph of a placeholder and its list level, from 0."""

    text: str
    level: int = 0


def entries_of(pieces: Iterable[Piece], text: str) -> tuple[Entry, ...]:
    """The lines of all pieces in words, each once; ``text``: the passage, for the order of its words."""
    lines = (entry for piece in pieces for entry in _entries(piece, text))
    return tuple(dict.fromkeys(lines))


def _entries(piece: Piece, text: str) -> Sequence[Entry]:
    if isinstance(piece, Keys):
        return [Entry(line) for line in piece.texts]
    if isinstance(piece, Honours):
        return [Entry(phrase) for phrase in piece.phrases]
    if isinstance(piece, Quote):
        return [Entry(line) for line in piece.lines]
    if isinstance(piece, Plates):
        return [Entry(GAP.join(filter(None, (plate.name, plate.note)))) for plate in piece.plates]
    if isinstance(piece, Ledger):
        note = [piece.note] if piece.note else []
        return _headed(piece.title, [*(_row(row, text) for row in piece.rows), *note])
    if isinstance(piece, Panels):
        return [entry for group in piece.groups for entry in _headed(group.head, group.items)]
    return []


def _headed(head: str, lines: Sequence[str]) -> list[Entry]:
    return [Entry(head), *(Entry(line, 1) for line in lines)] if head else [Entry(line) for line in lines]


def _row(row: LedgerRow, text: str) -> str:
    """Verb and object in the order they have in the text."""
    words = row.object.replace(GAP, "")  # where the verb was taken out
    forms = (words[:at] + row.verb + words[at:] for at in range(len(words) + 1))
    return next((form for form in forms if form in text), f"{row.verb}{GAP}{row.object}")
