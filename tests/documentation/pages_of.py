"""The pages of the documentation, and the listings in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from samples import ROOT

PAGES = (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md")))
FENCE = re.compile(r"^```(\w*)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")  # within a sentence


class Example(Struct, frozen=True):
    """A listing: the page, its line, its language and the name of the file it is, where it has one."""

    page: Path
    line: int
    language: str
    name: str
    text: str

    @property
    def id(self) -> str:
        return f"{self.page.name}:{self.line}"


def listings(*languages: str) -> Iterator[Example]:
    """Those in the languages, of all pages but the report of examples, which is one itself."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for match in FENCE.finditer(text):
            if match[1] in languages and "examples" not in page.parts:
                line = text.count("\n", 0, match.start()) + 1
                yield Example(page, line, match[1], match[2] or "", match[3])


def without_listings(page: Path) -> str:
    """The page's words, its listings blank lines."""
    return FENCE.sub(lambda match: "\n" * match[0].count("\n"), page.read_text(encoding="utf-8"))
