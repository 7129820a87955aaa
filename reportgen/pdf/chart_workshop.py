"""Charts drawn by a child process while the parent reads, plans and paints.

Importing matplotlib and drawing take as long as everything else together, and need nothing of the
pages but each chart's specification and size. The child is started before anything heavy is imported
and hands back operators in which the words are still to be set: only the parent knows the document's
fonts. Where a process cannot be forked safely charts are drawn in place, to the same bytes.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, NamedTuple

from reportgen.errors import Problem, ReportgenError
from reportgen.model.sheet import ChartItem, Document, charts_of
from reportgen.model.theme import Theme
from reportgen.pdf.chart_operators import ChartOperators, UnsetWords
from reportgen.pdf.ink import Ink


class Order(NamedTuple):
    """The charts of one document and the colours they are drawn in."""

    number: int
    items: tuple[ChartItem, ...]
    theme: Theme
    ink: Ink


class Good(NamedTuple):
    """One chart of an order: its operators, or the problems its drawing met."""

    number: int
    operators: list[str | UnsetWords]
    problems: tuple[Problem, ...] = ()


class Workshop:
    """The parent's end: orders a document's charts, takes them in the same order."""

    def __init__(self, orders: IO[bytes], goods: IO[bytes], child: int) -> None:
        self._orders, self._goods, self._child = orders, goods, child
        self._number = 0

    def order(self, document: Document, theme: Theme, ink: Ink) -> None:
        """Sends every chart of the document, in the order they will be painted."""
        self._number += 1
        items = tuple(chart for sheet in document.sheets for chart in charts_of(sheet.items))
        with suppress(BrokenPipeError):  # the child has died: every chart is drawn in place
            pickle.dump(Order(self._number, items, theme, ink), self._orders)
            self._orders.flush()

    def take(self) -> ChartOperators | None:
        """The next chart's operators; None when the child has died, and the chart is to be drawn in place.

        Raises the ReportgenError its drawing raised.
        """
        while True:
            try:
                good: Good = pickle.load(self._goods)
            except EOFError:
                return None
            if good.problems:
                raise ReportgenError(*good.problems)
            if good.number == self._number:  # else left over from a document that failed
                return good.operators

    def close(self) -> None:
        """Ends the child, whatever it is doing."""
        with suppress(BrokenPipeError):
            self._orders.close()
        self._goods.close()
        os.waitpid(self._child, 0)


@contextmanager
def workshop(*, wanted: bool) -> Iterator[Workshop | None]:
    """A running workshop, or None where charts are drawn in place (or none is wanted)."""
    safe = sys.platform.startswith("linux") and threading.active_count() == 1
    if not wanted or not safe:
        yield None
        return
    running = _open()
    try:
        yield running
    finally:
        running.close()


def _open() -> Workshop:
    order_end, orders = os.pipe()
    goods, good_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(orders)
        os.close(goods)
        _work(order_end, good_end)
    os.close(order_end)
    os.close(good_end)
    return Workshop(os.fdopen(orders, "wb"), os.fdopen(goods, "rb"), child)


def _work(order_end: int, good_end: int) -> None:
    """What the child does: load matplotlib, draw order after order until there are no more; never returns."""
    try:
        from reportgen.fonts import Fonts
        from reportgen.pdf.charts import deferred_operators  # matplotlib

        fonts = Fonts.load()
        with os.fdopen(order_end, "rb") as orders, os.fdopen(good_end, "wb") as goods:
            while True:
                order: Order = pickle.load(orders)
                for item in order.items:
                    try:
                        good = Good(order.number, deferred_operators(item, order.theme, fonts, order.ink))
                    except ReportgenError as fault:
                        good = Good(order.number, [], fault.problems)
                    pickle.dump(good, goods)
                    goods.flush()
    except (EOFError, BrokenPipeError):
        pass  # no more orders, or the parent stopped taking
    finally:
        os._exit(0)
