"""Sheets in, PDF bytes out; decides no position."""

from reportgen.pdf.write import write_pdf

__all__ = ["write_pdf"]
