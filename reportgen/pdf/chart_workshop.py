"""Charts drawn by a child process while the parent plans and paints pages.

Importing matplotlib and drawing take as long as everything else together, and need nothing of the
pages but each chart's specification and size. The child hands back operators in which the words are
still to be set: only the parent knows the document's fonts. Where a process cannot be forked safely
(Windows, macOS) charts are drawn in place.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any, NamedTuple

from reportgen.errors import Problem, ReportgenError
from reportgen.fonts import Fonts
from reportgen.model.sheet import ChartItem, Document
from reportgen.model.theme import Theme
from reportgen.pdf.ink import Ink


class Words(NamedTuple):
    """Text of a chart before it is set: face key, size, words, origin in the chart, angle in degrees."""

    face: str
    size: float
    text: str
    x: float
    y: float
    angle: float


Operators = Sequence["str | Words"]


class Workshop:
    """The parent's end: orders charts once, takes them in the same order."""

    def __init__(self, orders: IO[bytes], goods: IO[bytes], child: int) -> None:
        self._orders, self._goods, self._child = orders, goods, child

    def order(self, document: Document) -> None:
        """Sends every chart of the document, in the order they will be painted."""
        items = [item for sheet in document.sheets for item in sheet.items if isinstance(item, ChartItem)]
        pickle.dump(items, self._orders)
        self._orders.close()

    def take(self) -> Operators:
        """The next chart's operators. Raises the ReportgenError its drawing raised."""
        good: Any = pickle.load(self._goods)
        if isinstance(good, tuple):
            raise ReportgenError(*good)
        operators: list[str | Words] = good
        return operators

    def close(self) -> None:
        """Ends the child, whatever it is doing."""
        for stream in (self._orders, self._goods):
            stream.close()
        os.waitpid(self._child, 0)


@contextmanager
def workshop(theme: Theme, fonts: Fonts, ink: Ink, *, wanted: bool) -> Iterator[Workshop | None]:
    """A running workshop, or None where charts are drawn in place (or none is wanted)."""
    if not wanted or not sys.platform.startswith("linux"):
        yield None
        return
    running = _open(theme, fonts, ink)
    try:
        yield running
    finally:
        running.close()


def _open(theme: Theme, fonts: Fonts, ink: Ink) -> Workshop:
    order_end, orders = os.pipe()
    goods, good_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(orders)
        os.close(goods)
        _work(order_end, good_end, theme, fonts, ink)
    os.close(order_end)
    os.close(good_end)
    return Workshop(os.fdopen(orders, "wb"), os.fdopen(goods, "rb"), child)


def _work(order_end: int, good_end: int, theme: Theme, fonts: Fonts, ink: Ink) -> None:
    """The child's life: load matplotlib, wait for the order, draw, go; it never returns."""
    try:
        from reportgen.pdf.charts import deferred_operators  # matplotlib

        with os.fdopen(order_end, "rb") as orders, os.fdopen(good_end, "wb") as goods:
            for item in pickle.load(orders):
                try:
                    done: list[str | Words] | tuple[Problem, ...] = deferred_operators(
                        item, theme, fonts, ink
                    )
                except ReportgenError as fault:
                    done = fault.problems
                pickle.dump(done, goods)
                goods.flush()
    except (EOFError, BrokenPipeError):
        pass  # the parent failed before it ordered, or stopped taking
    finally:
        os._exit(0)
