"""What a user decides about outputs: options that shape one, and options that pick among several."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from msgspec import Struct

from reportgen.errors import Message

Decision = TypeVar("Decision")


class Option(Struct, Generic[Decision], frozen=True):
    """A decision that shapes an output: ``--name`` on the command line, ``name=`` in the library."""

    name: str
    kind: Literal["text", "file", "choice", "switch"]
    default: Decision
    help: Message
    choices: tuple[str, ...] = ()

    @property
    def flag(self) -> str:
        """As it is written on the command line; what is on by default can only be switched off."""
        return f"--no-{self.name}" if self.default is True else f"--{self.name}"

    def of(self, decided: Mapping[str, Any]) -> Decision:
        """The user's decision, else the default."""
        found: Decision = decided.get(self.name, self.default)
        return found


class Selector(Struct, frozen=True):
    """An option of a command that picks which of its outputs are made."""

    name: str
    help: Message
    several: bool = False  # takes a list with commas, and may come again
    every: str = ""  # the value that stands for all of them

    @property
    def flag(self) -> str:
        return f"--{self.name}"


THEME = Option(
    "theme",
    "text",
    "",  # the report's own, else the default
    Message(
        "主题：danqing、fenchuan 或报告文件夹里的 .toml 文件",
        "theme: danqing, fenchuan or a .toml file of the report folder",
    ),
)
PROFILE: Option[Path | None] = Option(
    "profile",
    "file",
    None,  # the report's own, else the default
    Message(
        "印厂配置（TOML）：ICC、墨量、出血、成品尺寸、标记、专色、纸张",
        "the printing house's TOML: ICC, ink limit, bleed, trim size, marks, spot colour, paper",
    ),
)
MARKS = Option(
    "marks",
    "switch",
    True,
    Message("印刷文件不加裁切标记和色标", "leave marks and colour bar out of the press file"),
)
