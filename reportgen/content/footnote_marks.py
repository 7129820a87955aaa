"""How footnotes are written: ``[^1]`` in the prose, and a line of its own ``[^1]: text``."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

REFERENCE = re.compile(r"\[\^([^\[\]\s^]+)\]")
DEFINITION = re.compile(r"\[\^([^\[\]\s^]+)\][:：][ \t]*")
OPENED, CLOSED, REFERRED = "footnote_open", "footnote_close", "footnote_ref"  # types of tokens


def footnote_reference(state: StateInline, silent: bool) -> bool:
    """Pushes a token whose meta has the note's id and the offsets of the mark in the inline text."""
    match = REFERENCE.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push(REFERRED, "", 0)
        token.meta = {"id": match[1], "start": match.start(), "after": match.end()}
    state.pos = match.end()
    return True


def footnote_definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Pushes the note's lines, up to an empty one or the next note, as a block of inline text."""
    match = _defined(state, start)
    if match is None:
        return False
    if silent:
        return True
    stop = start + 1
    while stop < end and not state.isEmpty(stop) and _defined(state, stop) is None:
        stop += 1
    opened = state.push(OPENED, "", 1)
    opened.map, opened.meta = [start, stop], {"id": match[1]}
    inline = state.push("inline", "", 0)
    inline.content = state.src[match.end() : state.eMarks[stop - 1]].strip()
    inline.map, inline.children = [start, stop], []
    state.push(CLOSED, "", -1)
    state.line = stop
    return True


def _defined(state: StateBlock, line: int) -> re.Match[str] | None:
    return DEFINITION.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])
