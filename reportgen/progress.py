"""Messages while the program works: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

from msgspec import Struct

from reportgen.errors import Language, Message, Problem

SEVERITIES = {
    "error": Message("错误", "error"),
    "warning": Message("注意", "warning"),
    "note": Message("说明", "note"),
}


class Reporter(Struct, frozen=True):
    """Results to ``stdout``; progress and problems to ``stderr``, in the reader's language."""

    stdout: TextIO
    stderr: TextIO
    language: Language
    quiet: bool = False
    verbose: bool = False

    def result(self, text: str) -> None:
        """A line scripts may read."""
        self.stdout.write(text + "\n")

    def say(self, message: Message) -> None:
        """A line for people; silent under ``--quiet``."""
        if not self.quiet:
            self.stderr.write(message.in_language(self.language) + "\n")

    def problems(self, problems: Iterable[Problem]) -> None:
        """Each problem with its severity, place and hint; notes only when asked to be verbose."""
        for problem in problems:
            if problem.severity == "error" or (
                not self.quiet and (problem.severity != "note" or self.verbose)
            ):
                severity = SEVERITIES[problem.severity].in_language(self.language)
                self.stderr.write(f"{severity}: {problem.render(self.language)}\n")

    @contextmanager
    def steps(self, total: int) -> Iterator[Callable[[str], None]]:
        """A function to call with the name of each step as it begins."""
        if self.quiet or not self.stderr.isatty():
            yield self._plain_step
            return
        from rich.console import Console  # 40 ms; only a terminal needs it
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=Console(file=self.stderr), transient=True, auto_refresh=False) as bar:
            task = bar.add_task("", total=total)
            started = False

            def step(name: str) -> None:
                nonlocal started
                bar.update(task, description=name, advance=1 if started else 0, refresh=True)
                started = True

            yield step
            bar.update(task, completed=total)

    def _plain_step(self, name: str) -> None:
        if self.verbose:
            self.say(Message(f"正在生成 {name}", f"making {name}"))
