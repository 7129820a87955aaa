"""The place of a key in a TOML file, and keys that do not belong there: tomllib gives values only."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from reportgen.encoding import decoded
from reportgen.errors import Message, Place, Problem, ReportgenError, error
from reportgen.perhaps_meant import perhaps_meant

AT = re.compile(r"at line (\d+), column (\d+)")
HEAD = re.compile(r"\s*\[([^\[\]]+)\]")
KEY = re.compile(r"\s*(?:\"([^\"]+)\"|'([^']+)'|([\w-]+))\s*[=.]")


class TomlFile(Struct, frozen=True):
    """A file's values and its text, in which every key has a place."""

    path: Path
    text: str
    values: dict[str, Any]

    def place(self, key: str = "", table: str = "") -> Place:
        """Line and column of a key; the table's own line, or the file, where it cannot be found."""
        here, fallback = "", Place(str(self.path))
        for number, line in enumerate(self.text.split("\n"), 1):
            head, found = HEAD.match(line), KEY.match(line)
            if head:
                here = head[1].strip()
                if here in (table, key):
                    fallback = Place(str(self.path), number, line.index("[") + 1)
            elif found:
                name = next(group for group in found.groups() if group)
                where = Place(str(self.path), number, len(line) - len(line.lstrip()) + 1)
                if here == table and name == key:
                    return where
                if not here and name == table:  # an inline table
                    fallback = where
        return fallback

    def unknown(self, entries: Mapping[str, Any], keys: Iterable[str], table: str = "") -> Iterator[Problem]:
        """A problem for each entry of the table that is none of the keys, with the one probably meant."""
        names = tuple(keys)
        for key in entries:
            if key not in names:
                known = Message(f"可用：{'、'.join(names)}", f"known: {', '.join(names)}")
                hint = perhaps_meant(key, names) or known
                message = Message(f"未知的键“{key}”", f"unknown key '{key}'")
                yield Problem(message, self.place(key, table), hint)


def read_toml(path: Path, what: Message) -> TomlFile:
    """The file's values, read with or without a byte order mark.

    Raises ReportgenError where it is missing, not UTF-8 or no TOML. ``what`` names the file.
    """
    try:
        text = decoded(path.read_bytes(), str(path))
    except OSError as fault:
        raise _unreadable(path, what, fault) from fault
    try:
        return TomlFile(path, text, tomllib.loads(text))
    except RecursionError as fault:
        zh, en = f"{what.zh}里的括号套得太深", f"the {what.en} nests too deep"
        hint = Message("每行写成 键 = 值", "write key = value on each line")
        raise error(zh, en, Place(str(path), 1, 1), hint) from fault
    except tomllib.TOMLDecodeError as fault:
        at = AT.search(str(fault))
        lines = text.rstrip("\n").split("\n")  # a fault without a place is one at the end
        line, column = (int(at[1]), int(at[2])) if at else (len(lines), len(lines[-1]) + 1)
        place = Place(str(path), line, column)
        reason = str(fault).split(" (at ")[0]
        hint = Message("每行写成 键 = 值，文字加引号", 'write key = value, texts in "quotes"')
        zh, en = f"{what.zh}不是有效的 TOML：{reason}", f"the {what.en} is not valid TOML: {reason}"
        raise error(zh, en, place, hint) from fault


def _unreadable(path: Path, what: Message, fault: OSError) -> ReportgenError:
    if isinstance(fault, FileNotFoundError):
        hint = Message("检查路径", "check the path")
        return error(f"找不到{what.zh}“{path}”", f"{what.en} '{path}' does not exist", hint=hint)
    hint = Message("检查文件名和权限", "check its name and permissions")
    zh, en = f"{what.zh}“{path}”读不出：{fault.strerror}", f"cannot read {what.en} '{path}': {fault.strerror}"
    return error(zh, en, hint=hint)
