"""The attributes in braces: ``{#id .class key=value key="two words"}``."""

from __future__ import annotations

import re

from msgspec import Struct, field

TOKEN = re.compile(
    r"""\s*(?:
        \#(?P<id>[^\s{}.#="']+) |
        \.(?P<class>[^\s{}.#="']+) |
        (?P<key>[A-Za-z][\w-]*)=(?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)'|(?P<bare>[^\s{}"']+))
    )""",
    re.VERBOSE,
)


class Attributes(Struct, frozen=True):
    """Id, classes and values; ``offsets``: of each key in the text they were read from, ``starts``: of each value."""

    id: str = ""
    classes: tuple[str, ...] = ()
    values: dict[str, str] = field(default_factory=dict)
    offsets: dict[str, int] = field(default_factory=dict)
    starts: dict[str, int] = field(default_factory=dict)
    repeated: tuple[str, ...] = ()

    def get(self, key: str, default: str = "") -> str:
        return self.values.get(key, default)


NONE = Attributes()


def read_attributes(text: str, start: int) -> tuple[Attributes, int] | None:
    """Attributes from the brace at ``start`` and the offset after the closing one; None when they cannot be read."""
    if not text.startswith("{", start):
        return None
    at, id, classes = start + 1, "", []
    values: dict[str, str] = {}
    offsets: dict[str, int] = {}
    starts: dict[str, int] = {}
    repeated: list[str] = []
    while match := TOKEN.match(text, at):
        if match["id"]:
            repeated += ["#"] if id else []
            id = match["id"]
            offsets["#"] = match.start("id") - 1
        elif match["class"]:
            classes.append(match["class"])
            offsets["." + match["class"]] = match.start("class") - 1
        else:
            key = match["key"]
            repeated += [key] if key in values else []
            values[key] = match["double"] or match["single"] or match["bare"] or ""
            offsets[key] = match.start("key")
            starts[key] = match.start(match.lastgroup or "key")
        at = match.end()
    while at < len(text) and text[at] in " \t":
        at += 1
    if not text.startswith("}", at):
        return None
    return Attributes(id, tuple(classes), values, offsets, starts, tuple(repeated)), at + 1
