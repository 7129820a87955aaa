"""The record of an output, and the command of the command line that makes it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import Struct

from reportgen.errors import Message, Problem
from reportgen.products.options import Option, Selector

if TYPE_CHECKING:
    from reportgen.products.edition import Edition

Planned = TypeVar("Planned")


class Command(Struct, frozen=True):
    """A sub-command; ``within`` is the command it is a part of (``kit speech``)."""

    name: str
    about: Message
    within: Command | None = None

    @property
    def words(self) -> str:
        return f"{self.within.words} {self.name}" if self.within else self.name


class Asked(Struct, frozen=True):
    """How an output is asked for where its command makes others as well."""

    selector: Selector
    value: str = ""  # of the selector; empty: a switch
    usual: bool = False  # made too where the selector is not given
    draft: bool = False  # asked for by this value it comes at once: no file is judged

    def holds(self, picked: Mapping[str, Collection[str]]) -> bool:
        """Whether the values given to the selectors ask for it."""
        values = picked.get(self.selector.name, ())
        return self.value in values or self.selector.every in values if values else self.usual


def nothing(edition: Edition) -> tuple[Problem, ...]:
    """No finding."""
    return ()


class Product(Struct, Generic[Planned], frozen=True):
    """One kind of output: what it is called, how it is planned and written, what is said of it.

    ``plan`` gives what ``write`` starts from: sheets, or the report alone for outputs without pages.
    """

    name: str  # in the library, and at the end of the file's name
    extension: str  # .pdf
    command: Command
    about: Message
    stages: tuple[str, ...]  # the packages it passes through, in this order
    plan: Callable[[Edition], Planned]
    write: Callable[[Edition, Planned], bytes]
    options: tuple[Option[Any], ...] = ()
    asked: Asked | None = None  # None: always made by its command
    judged: bool = False  # the finished file is preflighted
    on_request: bool = False  # left out of ``build``
    selects: bool = False  # by design it shows a choice of what the text declares
    findings: Callable[[Edition], tuple[Problem, ...]] = (
        nothing  # what it cannot show well; ``check`` says it too
    )
    remarks: Callable[[Edition], tuple[Problem, ...]] = nothing  # what who receives the file should know

    def file_name(self, report: str) -> str:
        return f"{report}-{self.name}{self.extension}"


Products = tuple[Product[Any], ...]


def commands_of(products: Iterable[Product[Any]]) -> tuple[Command, ...]:
    """The commands that make the outputs, each once, in their order."""
    return tuple(dict.fromkeys(product.command for product in products))


def made_by(products: Iterable[Product[Any]], command: Command) -> Products:
    """The outputs of one command."""
    return tuple(product for product in products if product.command == command)


def built(products: Iterable[Product[Any]]) -> Products:
    """What ``build`` makes: everything but what is made only on request."""
    return tuple(product for product in products if not product.on_request)


def chosen(products: Iterable[Product[Any]], picked: Mapping[str, Collection[str]]) -> Products:
    """Those of a command's outputs that the values given to its selectors ask for."""
    return tuple(product for product in products if product.asked is None or product.asked.holds(picked))


def options_of(products: Iterable[Product[Any]]) -> tuple[Option[Any], ...]:
    """Every option the outputs understand, each once."""
    return tuple(dict.fromkeys(option for product in products for option in product.options))


def selectors_of(products: Iterable[Product[Any]]) -> dict[Selector, tuple[str, ...]]:
    """The selectors among the outputs, each with the values it takes; a switch takes none."""
    values: dict[Selector, tuple[str, ...]] = {}
    for asked in (product.asked for product in products if product.asked):
        values[asked.selector] = (*values.get(asked.selector, ()), *filter(None, (asked.value,)))
    return {
        selector: (*taken, selector.every) if selector.every else taken for selector, taken in values.items()
    }
