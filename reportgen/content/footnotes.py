"""Footnotes numbered in the order the text refers to them, each with its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from reportgen.content.inline import InlineNode
from reportgen.content.markup import Block
from reportgen.content.problems import Problems
from reportgen.model.report import Footnote, Paragraph

CIRCLED = ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))  # first, last, code of the first


def mark_of(number: int) -> str:
    """①, ② … ㊿, then in brackets: no plain digit, which would read as part of a number before it."""
    return next((chr(code + number - a) for a, b, code in CIRCLED if a <= number <= b), f"［{number}］")


class Footnotes(Struct):
    """The notes the text defines, and the marks given to those it has referred to."""

    defined: dict[str, Block] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)

    def mark(self, node: InlineNode, problems: Problems) -> str:
        """The mark of the note a reference names; a problem where no line says that note."""
        id = node.attributes.id
        if id not in self.defined:
            zh, en = f"脚注“{id}”没有写", f"footnote '{id}' is not written"
            hint = (f"另起一行写 [^{id}]: 内容", f"write [^{id}]: text on a line of its own")
            problems.add(node.place, zh, en, hint)
        return self.marks.setdefault(id, mark_of(len(self.marks) + 1))

    def of(self, paragraphs: Iterable[Paragraph]) -> tuple[Footnote, ...]:
        """The notes those paragraphs refer to, each once, in the order of their marks in them."""
        ids = {mark: id for id, mark in self.marks.items()}
        marks = dict.fromkeys(
            noted.id for p in paragraphs for span in p.spans if (noted := span.marked("note"))
        )
        found = ((mark, self.defined[ids[mark]]) for mark in marks if ids[mark] in self.defined)
        return tuple(Footnote(mark, block.plain.strip(), block.place) for mark, block in found)


def taken_out(blocks: Sequence[Block], problems: Problems) -> tuple[tuple[Block, ...], Footnotes]:
    """The blocks without the footnotes' texts, and those by their ids; marks where none may stand are told."""
    notes = Footnotes()
    for block in (block for block in blocks if block.kind == "footnote"):
        if block.name in notes.defined:
            first = notes.defined[block.name].place.line
            zh, en = (
                f"脚注“{block.name}”在第 {first} 行已写过",
                f"footnote '{block.name}' is written in line {first}",
            )
            problems.add(block.place, zh, en, ("换一个编号", "choose another id"))
        notes.defined.setdefault(block.name, block)
        _check_text(block, problems)
    for block in blocks:
        _check_places(block, problems)
    return tuple(block for block in blocks if block.kind != "footnote"), notes


def tell_unused(notes: Footnotes, problems: Problems) -> None:
    """An error for each footnote that nothing refers to."""
    for id, block in notes.defined.items():
        if id not in notes.marks:
            zh, en = f"正文里没有脚注“{id}”的标记", f"nothing refers to footnote '{id}'"
            hint = (
                f"在正文里要注的地方写 [^{id}]，或删掉它",
                f"write [^{id}] where it belongs, or delete it",
            )
            problems.add(block.place, zh, en, hint)


def _check_text(block: Block, problems: Problems) -> None:
    if not block.plain.strip():
        problems.add(block.place, "脚注是空的", "the footnote is empty", ("写上内容", "write its text"))
    for node in [node for node in block.nodes if node.kind != "text"][:1]:
        zh, en = "脚注里不能标注", "a footnote cannot contain marks"
        problems.add(node.place, zh, en, ("只写文字", "write plain words"))


def _check_places(block: Block, problems: Problems) -> None:
    """A mark stands in a paragraph of the text alone: elsewhere nothing would show the note."""
    wrong = _references(block) if block.kind not in ("paragraph", "footnote") else ()
    for node in list(wrong)[:1]:
        zh, en = "标题、表格和容器里不能用脚注", "headings, tables and containers take no footnotes"
        problems.add(node.place, zh, en, ("把标记移到正文里", "move the mark into the text"))


def _references(block: Block) -> Iterator[InlineNode]:
    for node in block.nodes:
        yield from (one for one in node.every() if one.kind == "note")
    for inner in block.blocks:
        yield from _references(inner)
