"""The checks of a report's own theme file: every key is known and holds the kind of value it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from reportgen.errors import Message, Problem, ReportgenError
from reportgen.toml_places import TomlFile

TEXT = Message("一段加引号的文字", 'a text in "quotes"')
LIST = Message("[…] 里的一列", "a list in […]")
TABLE = Message("一个表 [键]", "a table [key]")
TABLES = Message("[[键]] 写的几个表", "tables under [[key]]")
# ``typography`` and ``spot`` are checked where they are read.
KINDS: Mapping[str, tuple[type, Message]] = MappingProxyType(
    {
        "base": (str, TEXT),
        "name": (str, TEXT),
        "title": (str, TEXT),
        "ratio": (list, LIST),
        "colours": (dict, TABLE),
        "roles": (list, TABLES),
        "type": (dict, TABLE),
        "deck": (dict, TABLE),
    }
)
MAIN = "-500"  # the colour of a family the others are tints of
KEYS = (*KINDS, "typography", "spot")


def check_own(file: TomlFile, colours: Iterable[str], scales: Mapping[str, Iterable[str]]) -> None:
    """``colours`` of its base and the steps of each type scale (``type``, ``deck``), which it may set otherwise.

    Raises ReportgenError with every key that is unknown or holds another kind of value.
    """
    problems = [*file.unknown(file.values, KEYS), *_of_another_kind(file)]
    if not problems:
        for table, steps in scales.items():
            problems += file.unknown(file.values.get(table, {}), steps, table)
        problems += file.unknown(file.values.get("colours", {}), (*colours, *sorted(_used(file))), "colours")
    if problems:
        raise ReportgenError(*problems)


def half_changed(file: TomlFile, colours: Iterable[str]) -> Iterator[Problem]:
    """A warning for each family of tints (brand-500, brand-100 …) whose main colour alone is the theme's own."""
    own, known = set(file.values.get("colours", {})), set(colours)
    for main in sorted(token for token in own if token.endswith(MAIN)):
        family = main.removesuffix(MAIN)
        kept = sorted(token for token in known - own if token.startswith(f"{family}-"))
        if kept:
            zh, en = "、".join(kept), ", ".join(kept)
            message = Message(
                f"改了 {main}，{zh} 还是原主题的颜色",
                f"{main} was changed, but {en} still have the base theme's colours",
            )
            hint = Message(
                "同一色系从深到浅一起写", "set the tints of one family together, from dark to pale"
            )
            yield Problem(message, file.place(main, "colours"), hint, "warning")


def _used(file: TomlFile) -> set[str]:
    """The colours its own roles and its ratio name."""
    ratio, roles = file.values.get("ratio", ()), file.values.get("roles", ())
    return {str(token) for token in (*ratio, *(token for role in roles for token in role.values()))}


def _of_another_kind(file: TomlFile) -> Iterator[Problem]:
    for key, (kind, takes) in KINDS.items():
        value = file.values.get(key)
        tables = key != "roles" or not isinstance(value, list) or all(isinstance(e, dict) for e in value)
        if value is not None and not (isinstance(value, kind) and tables):
            message = Message(f"{key} 应为{takes.zh}", f"{key} takes {takes.en}")
            yield Problem(message, file.place(key))
