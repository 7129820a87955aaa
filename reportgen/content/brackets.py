"""The inline rule for marked spans: ``[text]{attributes}``, nested as deep as Markdown allows."""

from __future__ import annotations

from markdown_it.rules_inline import StateInline

from reportgen.content.attributes import read_attributes

PAIRS = "bracket pairs"  # where the parser's environment keeps them, for the inline text it is in


def marked_span(state: StateInline, silent: bool) -> bool:
    """Pushes ``span_open`` and ``span_close``; the first one's meta has offsets into the inline text."""
    start = state.pos
    if state.src[start] != "[":
        return False
    end = _pairs(state).get(start, -1)
    if end < 0 or end >= state.posMax:
        return False
    read = read_attributes(state.src, end + 1)
    if read is None:
        return False
    attributes, after = read
    if not silent:
        opened = state.push("span_open", "", 1)
        opened.meta = {"start": start, "attributes": attributes, "after": after}
        outer = state.posMax
        state.pos, state.posMax = start + 1, end
        state.md.inline.tokenize(state)
        state.posMax = outer
        state.push("span_close", "", -1)
    state.pos = after
    return True


def _pairs(state: StateInline) -> dict[int, int]:
    """Opening to closing bracket, found once for each inline text (a search for each would be quadratic)."""
    known: tuple[str, dict[int, int]] | None = state.env.get(PAIRS)
    if known is None or known[0] is not state.src:
        known = state.src, matching(state.src)
        state.env[PAIRS] = known
    return known[1]


def matching(text: str) -> dict[int, int]:
    """Offsets of opening brackets with those of the brackets that close them."""
    waiting: list[int] = []
    pairs: dict[int, int] = {}
    for at, char in enumerate(text):
        if char == "[":
            waiting.append(at)
        elif char == "]" and waiting:
            pairs[waiting.pop()] = at
    return pairs
