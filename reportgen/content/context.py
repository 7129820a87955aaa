"""What containers refer to: the figures and words of the whole report, its folder and its files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from reportgen.content.markup import Block
from reportgen.content.pipe_tables import read_written
from reportgen.content.problems import Problems
from reportgen.content.source import Source
from reportgen.content.tables import ReadTable, read_table
from reportgen.content.wording import is_composed
from reportgen.errors import Place
from reportgen.model.report import Figure

WRITTEN = "表"  # begins the names of tables written in the text
BETWEEN_IDS = re.compile(r"[\s,，、]+")


class Context(Struct):
    """Looked up by every container while a report is read.

    ``tables`` collects the data files read, ``added`` the author's own words that will be shown.
    """

    figures: Mapping[str, Figure]
    text: str  # all public text of the report
    folder: Path
    source: Source
    problems: Problems
    tables: dict[str, ReadTable] = field(default_factory=dict)
    added: list[tuple[str, Place]] = field(default_factory=list)
    credits: list[tuple[str, Place]] = field(
        default_factory=list
    )  # sources and credits, whose numbers are free

    def place(self, block: Block, key: str) -> Place:
        """The place of a container's attribute; the container's own where it is not given."""
        offset = block.attributes.offsets.get(key)
        return self.source.place(block.attributes_at + offset) if offset is not None else block.place

    def verbatim(self, block: Block, key: str, also: tuple[str, ...] = ()) -> str:
        """The attribute's words; a problem when they are not pieces of the text (or one of ``also``)."""
        words = block.attributes.get(key)
        if words and words not in also and not is_composed(words, self.text):
            self.problems.verbatim(self.place(block, key), words)
        return words

    def own_words(self, block: Block, key: str) -> str:
        """Words the author adds (a note, a unit), kept for the check of their numbers."""
        words = block.attributes.get(key)
        if words:
            self.added.append((words, self._words_place(block, key)))
        return words

    def credit(self, block: Block, key: str) -> str:
        """Words that say whose a picture or a number is."""
        words = block.attributes.get(key)
        if words:
            self.credits.append((words, self._words_place(block, key)))
        return words

    def _words_place(self, block: Block, key: str) -> Place:
        return self.source.place(block.attributes_at + block.attributes.starts[key])

    def chosen(self, block: Block, key: str) -> tuple[Figure, ...]:
        """The figures an attribute names, in its order; unknown and repeated ids are problems."""
        ids = [id for id in BETWEEN_IDS.split(block.attributes.get(key)) if id]
        for id in dict.fromkeys(id for id in ids if id not in self.figures):
            self.problems.unknown(self.place(block, key), ("数据编号", "figure id"), id, self.figures)
        for id in dict.fromkeys(id for id in ids if ids.count(id) > 1):
            zh, en = f"“{id}”写了两次", f"'{id}' is named twice"
            self.problems.add(self.place(block, key), zh, en, ("删掉一个", "delete one"))
        return tuple(self.figures[id] for id in dict.fromkeys(ids) if id in self.figures)

    def needs(self, block: Block, *keys: str) -> bool:
        """Whether one of the attributes is given; a problem when none is."""
        if any(block.attributes.get(key).strip() for key in keys):
            return True
        listed = " / ".join(f"{key}=" for key in keys)
        self.problems.add(
            block.place,
            f"“::: {block.name}”缺少 {listed}",
            f"'::: {block.name}' lacks {listed}",
            ("在花括号里写上", "add it in the braces"),
        )
        return False

    def table(self, block: Block, key: str) -> ReadTable | None:
        """The CSV file an attribute names, read once."""
        name = block.attributes.get(key)
        if name not in self.tables:
            place = self.place(block, key)
            read = read_table(self.folder, name, self.folder.as_posix(), place, self.problems)
            if read is None:
                return None
            self.tables[name] = read
        return self.tables[name]

    def written_table(self, block: Block) -> ReadTable | None:
        """The table a container holds, by a name of its own: 表1."""
        written = sum(name.startswith(WRITTEN) for name in self.tables)
        read = read_written(block, f"{WRITTEN}{written + 1}", self.problems)
        if read is not None:
            self.tables[read.table.name] = read
        return read
