"""The one error of the program: problems with a place, a message in two languages and a hint."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Language = Literal["zh", "en"]
Severity = Literal["error", "warning", "note"]


class Message(Struct, frozen=True):
    """The same sentence in Chinese and in English; the sink picks one."""

    zh: str
    en: str

    def in_language(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


class Place(Struct, frozen=True, order=True):
    """A spot in a source file; line and column count from 1 (0: the file as a whole)."""

    file: str
    line: int = 0
    column: int = 0

    def along(self, columns: int) -> Place:
        """So many characters further on the line; a place without a line stays what it is."""
        return Place(self.file, self.line, self.column + columns) if self.line else self

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column or 1}"


class Problem(Struct, frozen=True):
    """One finding: what is wrong, where, and how to fix it."""

    message: Message
    place: Place | None = None
    hint: Message | None = None
    severity: Severity = "error"

    def render(self, language: Language) -> str:
        """``file:line:column: message`` and, when there is one, the hint on a second line."""
        place = f"{self.place}: " if self.place else ""
        text = place + self.message.in_language(language)
        if self.hint is None:
            return text
        label = "提示：" if language == "zh" else "hint: "
        return f"{text}\n  {label}{self.hint.in_language(language)}"


class ReportgenError(Exception):
    """Root of every error the program raises on purpose; carries all problems found at once."""

    def __init__(self, *problems: Problem) -> None:
        if not problems:
            raise ValueError("an error needs at least one problem")
        self.problems = problems
        super().__init__("\n".join(problem.render("en") for problem in problems))


def error(zh: str, en: str, place: Place | None = None, hint: Message | None = None) -> ReportgenError:
    """A :class:`ReportgenError` with a single problem, ready to raise."""
    return ReportgenError(Problem(Message(zh, en), place, hint))
