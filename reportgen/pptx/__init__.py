"""Slides in, PPTX bytes out: editable text in placeholders, native charts, theme colours; decides no design."""

from reportgen.pptx.embedding import FontCutter
from reportgen.pptx.write import write_deck

__all__ = ["FontCutter", "write_deck"]
