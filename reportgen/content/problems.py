"""Problems gathered while reading, so that one run names them all."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from reportgen.errors import Message, Place, Problem, ReportgenError, Severity


class Problems:
    """A growing list of findings with a short way to add to it."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def add(
        self,
        place: Place | None,
        zh: str,
        en: str,
        hint: tuple[str, str] | None = None,
        severity: Severity = "error",
    ) -> None:
        message = Message(*hint) if hint else None
        self.found.append(Problem(Message(zh, en), place, message, severity))

    def unknown(self, place: Place, what: tuple[str, str], name: str, known: Iterable[str]) -> None:
        """An unknown key, kind or id, with the nearest known one."""
        names = sorted(known)
        near = difflib.get_close_matches(name, names, 1, 0.5)
        listed = "、".join(names) or "—"
        hint = (
            (f"是否指“{near[0]}”？", f"did you mean '{near[0]}'?")
            if near
            else (f"可用：{listed}", f"known: {listed}")
        )
        self.add(place, f"未知的{what[0]}“{name}”", f"unknown {what[1]} '{name}'", hint)

    def raise_errors(self) -> None:
        """Raises ReportgenError with every finding, by place, when one of them is an error."""
        if any(problem.severity == "error" for problem in self.found):
            raise ReportgenError(*sorted(self.found, key=_by_place))

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.found if problem.severity != "error")


def _by_place(problem: Problem) -> tuple[str, int, int]:
    place = problem.place
    return (place.file, place.line, place.column) if place else ("", 0, 0)
