"""Slides in, PPTX bytes out: editable text in placeholders, native charts, theme colours; decides no design."""

from reportgen.pptx.write import write_deck

__all__ = ["write_deck"]
