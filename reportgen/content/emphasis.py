"""Strong text beside Chinese punctuation: ``**何某：**感谢`` is bold as it stands.

CommonMark lets a closing ``**`` behind punctuation close only before a space or further punctuation, which
between Chinese characters never comes; here a mark between Chinese ones opens and closes as between letters.
"""

from __future__ import annotations

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

CHINESE = (
    ("\u2018", "\u201f"),
    ("\u2026", "\u2026"),
    ("\u2014", "\u2015"),
    ("\u3000", "\u9fff"),
    ("\uf900", "\uffef"),
)


def emphasis(state: StateInline, silent: bool) -> bool:
    """Pushes each ``*`` or ``_`` as a token and notes whether the run may open or close strong text."""
    marker = state.src[state.pos]
    if silent or marker not in "_*":
        return False
    run = state.scanDelims(state.pos, marker == "*")
    before = state.src[state.pos - 1 : state.pos]
    after = state.src[state.pos + run.length : state.pos + run.length + 1]
    opens = run.can_open or (_is_chinese(before) and bool(after.strip()))
    closes = run.can_close or (_is_chinese(after) and bool(before.strip()))
    for _ in range(run.length):
        state.push("text", "", 0).content = marker
        token = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(marker), run.length, token, -1, opens, closes))
    state.pos += run.length
    return True


def _is_chinese(char: str) -> bool:
    return any(first <= char <= last for first, last in CHINESE) if char else False
