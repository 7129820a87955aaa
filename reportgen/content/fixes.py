"""What ``check --fix`` corrects in a report's file: punctuation, leftovers of other formats, invisible characters."""

from __future__ import annotations

from reportgen.content.invisible import without_invisible
from reportgen.content.leftovers import fix_leftovers
from reportgen.content.punctuation import fix_punctuation


def fix_text(source: str) -> tuple[str, int]:
    """The corrected text and how many places were changed; a corrected text does not change again."""
    seen, dropped = without_invisible(source)
    corrected, leftover = fix_leftovers(seen)
    fixed = fix_punctuation(corrected)
    marks = sum(a != b for a, b in zip(corrected, fixed, strict=True))
    return fixed, len(dropped) + leftover + marks
