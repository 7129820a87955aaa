"""What ``check --fix`` mends in a report's file: punctuation, leftovers of other formats, invisible characters."""

from __future__ import annotations

from reportgen.content.invisible import without_invisible
from reportgen.content.leftovers import fix_leftovers
from reportgen.content.punctuation import fix_punctuation


def fix_text(source: str) -> tuple[str, int]:
    """The mended text and how many places were changed; a mended text changes no more."""
    seen, dropped = without_invisible(source)
    mended, leftover = fix_leftovers(seen)
    fixed = fix_punctuation(mended)
    marks = sum(a != b for a, b in zip(mended, fixed, strict=True))
    return fixed, len(dropped) + leftover + marks
