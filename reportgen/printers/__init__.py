"""A printing house's TOML file in, a :class:`~reportgen.model.press.PrinterProfile` out."""

from reportgen.printers.inks import ink_problems
from reportgen.printers.load import load_printer, printer_file

__all__ = ["ink_problems", "load_printer", "printer_file"]
