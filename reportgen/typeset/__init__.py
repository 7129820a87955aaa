"""Typesetting: styled paragraphs in, lines of placed glyphs out."""

from reportgen.typeset.line import natural_width, set_line
from reportgen.typeset.paragraph import set_paragraph, set_text
from reportgen.typeset.vertical import set_vertical

__all__ = ["natural_width", "set_line", "set_paragraph", "set_text", "set_vertical"]
