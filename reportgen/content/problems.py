"""Problems collected while reading, so that one run reports them all."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.errors import Message, Place, Problem, ReportgenError, Severity
from reportgen.perhaps_meant import perhaps_meant

Hint = tuple[str, str]  # Chinese, English
MOST_LISTED = 12
CLOSE = 0.5  # ids are short


class Problems:
    """A growing list of findings with a short way to add to it; every one has a place and a hint."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def add(self, place: Place, zh: str, en: str, hint: Hint, severity: Severity = "error") -> None:
        self.found.append(Problem(Message(zh, en), place, Message(*hint), severity))

    def unknown(self, place: Place, what: tuple[str, str], name: str, known: Iterable[str]) -> None:
        """An unknown key, kind or id, with the nearest known one or the list of them."""
        names = sorted(set(known))
        more = "…" if len(names) > MOST_LISTED else ""
        hint = perhaps_meant(name, names, CLOSE) or Message(*_listed(names, more))
        message = Message(f"未知的{what[0]}“{name}”", f"unknown {what[1]} '{name}'")
        self.found.append(Problem(message, place, hint))

    def verbatim(self, place: Place, words: str) -> None:
        """Words to be shown that are not in the text."""
        self.add(
            place,
            f"“{words}”不是原文里的字句",
            f"'{words}' is not in the text",
            ("照抄原文，或去掉它", "copy the words of the text, or leave it out"),
        )

    def raise_errors(self) -> None:
        """Raises ReportgenError with every error, sorted by place, when there is one."""
        if self.errors:
            raise ReportgenError(*sorted(dict.fromkeys(self.errors), key=by_place))

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.found if problem.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        found = (problem for problem in self.found if problem.severity != "error")
        return tuple(sorted(found, key=by_place))


def _listed(names: list[str], more: str) -> Hint:
    if not names:
        return "这里没有可用的", "none are available"
    shown = names[:MOST_LISTED]
    return f"可用：{'、'.join(shown)}{more}", f"known: {', '.join(shown)}{more}"


def by_place(problem: Problem) -> tuple[str, int, int]:
    """Sort key: file, line, column; problems without a place come first."""
    place = problem.place
    return (place.file, place.line, place.column) if place else ("", 0, 0)
