"""One report on its way into its outputs: what every planner and writer is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

if TYPE_CHECKING:  # the command line reads the records without loading what plans and draws
    from reportgen.cache import Cache
    from reportgen.fonts import Fonts
    from reportgen.model.report import Report
    from reportgen.model.theme import Theme
    from reportgen.pdf.chart_workshop import Workshop
    from reportgen.products.options import Option

Result = TypeVar("Result")


class Edition(Struct, frozen=True, eq=False):
    """``cache``: what was planned and written so far; several outputs start from the same pages."""

    report: Report
    theme: Theme
    fonts: Fonts
    cache: Cache
    options: Mapping[str, Any]  # the user's decisions by the name of the option
    charts: Workshop | None = None  # where charts of PDF files are drawn; None: in place

    def option(self, option: Option[Result]) -> Result:
        return option.of(self.options)


def once(make: Callable[[Edition], Result]) -> Callable[[Edition], Result]:
    """The function, whose result is kept in the edition's cache and made only the first time."""

    @wraps(make)
    def kept(edition: Edition) -> Result:
        return edition.cache.once(make, lambda: make(edition))

    return kept
