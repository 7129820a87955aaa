"""Sheets in, PDF bytes out; decides no position."""

from reportgen.pdf.chart_workshop import workshop
from reportgen.pdf.ink import Ink
from reportgen.pdf.write import PdfOptions, write_pdf

__all__ = ["Ink", "PdfOptions", "workshop", "write_pdf"]
