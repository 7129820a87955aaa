"""Markdown into blocks: headings, paragraphs with their marks, containers with their attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from msgspec import Struct

from reportgen.content.attributes import NONE, Attributes, read_attributes
from reportgen.content.brackets import marked_span
from reportgen.content.comments import blanked, comments
from reportgen.content.emphasis import emphasis
from reportgen.content.footnote_marks import OPENED, footnote_definition, footnote_reference
from reportgen.content.frontmatter import split_front
from reportgen.content.inline import InlineNode, InlineReader
from reportgen.content.problems import Problems
from reportgen.content.source import Source
from reportgen.errors import Place

DEEPEST_HEADING = 2
CLOSING = re.compile(r"[ \t]*:{3,}[ \t]*")
OFF = (  # what plain prose does not need is plain text, or reported at its place
    "entity", "escape", "link", "image", "autolink", "backticks", "code", "lheading", "html_block",
    "html_inline", "reference",
)  # fmt: skip
UNSUPPORTED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "bullet_list_open": ("列表", "a list"),
        "ordered_list_open": ("列表", "a list"),
        "fence": ("代码块", "a code block"),
        "blockquote_open": ("引用块", "a block quote"),
        "hr": ("分隔线", "a rule"),
    }
)


class Block(Struct, frozen=True):
    """A heading, a paragraph, a container with the blocks inside it, or a table of rows of cells."""

    kind: str  # heading, paragraph, container, table, row, cell, footnote
    place: Place
    nodes: tuple[InlineNode, ...] = ()
    level: int = 0
    name: str = ""
    attributes: Attributes = NONE
    attributes_at: int = 0
    blocks: tuple[Block, ...] = ()

    @property
    def plain(self) -> str:
        """Its inline text without marks."""
        return "".join(node.plain for node in self.nodes)


def parse(source: Source, problems: Problems) -> tuple[str, tuple[Block, ...]]:
    """The head's YAML and the blocks; unsupported Markdown is reported with its place."""
    front, begin = split_front(source, problems)
    prose = blanked(source.text, iter(((0, begin),)))
    text = blanked(prose, comments(prose)) + "\n"
    tokens = _markdown().parse(text)
    return front, tuple(_BlockReader(source, problems, tokens, text).blocks())


def _markdown() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": False}).disable(list(OFF)).enable("table")
    md.use(container_plugin, name="box", validate=lambda params, *_: bool(params.strip()))
    md.inline.ruler.at("emphasis", emphasis)
    md.inline.ruler.before("emphasis", "marked_span", marked_span)
    md.inline.ruler.before("marked_span", "footnote", footnote_reference)
    md.block.ruler.before("paragraph", "footnote", footnote_definition, {"alt": ["paragraph"]})
    return md


def cells_written(line: str) -> int:
    """How many cells a row of a pipe table has; the bars at its ends are optional."""
    return len(line.strip().removeprefix("|").removesuffix("|").split("|"))


class _BlockReader:
    """Walks markdown-it's flat token list; ``text`` is the source with head and comments blanked."""

    def __init__(self, source: Source, problems: Problems, tokens: Sequence[Token], text: str) -> None:
        self.source, self.problems, self.tokens, self.text = source, problems, tokens, text
        self.lines = text.split("\n")
        self.at = 0

    def blocks(self, until: str = "") -> Iterator[Block]:
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == until:
                return
            if token.type in ("heading_open", "paragraph_open"):
                yield self._text_block(token)
            elif token.type == "container_box_open":
                yield self._container(token)
            elif token.type == OPENED:
                yield self._footnote(token)
            elif token.type == "table_open":
                yield self._table()
            elif token.type in UNSUPPORTED:
                self._unsupported(token)

    def _start(self, token: Token) -> int:
        return self.source.starts[(token.map or [0, 0])[0]]

    def _text_block(self, token: Token) -> Block:
        inline = self.tokens[self.at]
        self.at += 2
        start = self._start(inline)
        found = self.text.find(inline.content.split("\n", 1)[0], start)
        offset = found if found >= 0 else start
        nodes = InlineReader(self.source, self.problems, inline.content, offset).nodes(inline.children or [])
        level = int(token.tag[1]) if token.type == "heading_open" else 0
        place = self.source.place(offset)
        if level > DEEPEST_HEADING:
            self.problems.add(
                self.source.place(start),
                "标题只用一级（#）和二级（##）",
                "only two levels of heading are allowed, # and ##",
                ("把它改成 ## 或正文", "make it ## or a paragraph"),
            )
        return Block("heading" if level else "paragraph", place, nodes, min(level, DEEPEST_HEADING))

    def _footnote(self, token: Token) -> Block:
        inline = self.tokens[self.at]
        self.at += 2
        start = self._start(token)
        offset = self.text.find(inline.content.split("\n", 1)[0], self.text.find("]", start))
        nodes = InlineReader(self.source, self.problems, inline.content, offset).nodes(inline.children or [])
        line = self.text[start : self.text.find("\n", start)]
        place = self.source.place(start + len(line) - len(line.lstrip()))
        return Block("footnote", place, nodes, name=token.meta["id"])

    def _until(self, end: str) -> Iterator[Token]:
        """The tokens up to the one that ends what they are in, which is passed over."""
        while (token := self.tokens[self.at]).type != end:
            self.at += 1
            yield token
        self.at += 1

    def _table(self) -> Block:
        rows = tuple(self._row(token) for token in self._until("table_close") if token.type == "tr_open")
        return Block("table", rows[0].place, blocks=rows)

    def _row(self, token: Token) -> Block:
        """As many cells as are written: the parser fills up and cuts off to the number of the header's."""
        start = self._start(token)
        line = self.text[start : self.text.find("\n", start)]
        written, at = cells_written(line), 0
        cells: list[Block] = []
        for inline in (inner for inner in self._until("tr_close") if inner.type == "inline"):
            at = max(line.find(inline.content, at), at)
            nodes = InlineReader(self.source, self.problems, inline.content, start + at)
            cells.append(Block("cell", self.source.place(start + at), nodes.nodes(inline.children or [])))
            at += len(inline.content)
        place = self.source.place(start + len(line) - len(line.lstrip()))
        beyond = (Block("cell", place) for _ in range(written - len(cells)))
        return Block("row", place, blocks=(*cells[:written], *beyond))

    def _container(self, token: Token) -> Block:
        offset = self._start(token)
        line = self.text[offset : self.text.find("\n", offset)]
        name = token.info.split("{", 1)[0].strip()
        place = self.source.place(offset + len(line) - len(line.lstrip()))
        attributes = self._attributes(line, offset)
        self._check_closed(token, name, place)
        inner = tuple(self.blocks("container_box_close"))
        for block in inner:
            if block.kind == "container":
                zh, en = "容器里不能再有容器", "a container cannot contain another"
                hint = (
                    f"先用 ::: 结束第 {place.line} 行的“::: {name}”",
                    f"close the '::: {name}' of line {place.line} with ::: first",
                )
                self.problems.add(block.place, zh, en, hint)
        return Block("container", place, (), 0, name, attributes, offset, inner)

    def _attributes(self, line: str, offset: int) -> Attributes:
        brace = line.find("{")
        if brace < 0:
            return NONE
        read = read_attributes(line, brace)
        if read is not None and not line[read[1] :].strip():
            return read[0]
        self.problems.add(
            self.source.place(offset + brace),
            "花括号里的属性写法不对",
            "the attributes in braces cannot be read",
            ('写作 {kind=bars figures="a b"}', 'write {kind=bars figures="a b"}'),
        )
        return NONE

    def _check_closed(self, token: Token, name: str, place: Place) -> None:
        last = (token.map or [0, 0])[1]
        if last < len(self.lines) and CLOSING.fullmatch(self.lines[last]):
            return
        zh, en = f"“::: {name}”没有用 ::: 结束", f"'::: {name}' is never closed with :::"
        self.problems.add(place, zh, en, ("在它下面写一行 :::", "write a line ::: below it"))

    def _unsupported(self, token: Token) -> None:
        zh, en = UNSUPPORTED[token.type]
        start = self._start(token)
        line = self.text[start : self.text.find("\n", start)]
        self.problems.add(
            self.source.place(start + len(line) - len(line.lstrip())),
            f"正文里不能用{zh}",
            f"{en} is not allowed in a report",
            ("写成段落，或用 ::: 容器", "write a paragraph, or use a ::: container"),
        )
