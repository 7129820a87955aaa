"""Markdown into blocks whose inline text keeps its marks and its place in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from reportgen.content.attributes import NONE, Attributes, read_attributes
from reportgen.content.problems import Problems
from reportgen.content.source import Source
from reportgen.errors import Place

DEEPEST_HEADING = 2


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of inline text: plain text, strong text or a marked span with its children."""

    kind: str  # text, span, strong
    place: Place
    text: str = ""
    attributes: Attributes = NONE
    attributes_at: int = 0  # offset of the brace in the source
    children: tuple[Node, ...] = ()

    @property
    def plain(self) -> str:
        return self.text or "".join(child.plain for child in self.children)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a container with the blocks inside it."""

    kind: str  # heading, paragraph, container
    place: Place
    nodes: tuple[Node, ...] = ()
    level: int = 0
    name: str = ""
    attributes: Attributes = NONE
    attributes_at: int = 0
    blocks: tuple[Block, ...] = ()


def parse(source: Source, problems: Problems) -> tuple[str, tuple[Block, ...]]:
    """The front matter's raw text and the blocks; unsupported Markdown is reported with its place."""
    tokens = _markdown().parse(source.text)
    front = ""
    if tokens and tokens[0].type == "front_matter":
        front = tokens.pop(0).content
    return front, tuple(_Reader(source, problems, tokens).blocks())


def _markdown() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": False})
    md.disable(
        [
            "entity",
            "escape",
            "link",
            "image",
            "autolink",
            "backticks",
            "code",
            "lheading",
            "html_block",
            "reference",
        ]
    )
    md.use(front_matter_plugin)
    md.use(container_plugin, name="box", validate=lambda params, *_: bool(params.strip()))
    md.inline.ruler.before("emphasis", "marked_span", _span_rule)
    return md


def _span_rule(state: StateInline, silent: bool) -> bool:
    """``[text]{attributes}``; the tokens inside keep offsets into the same inline source."""
    start = state.pos
    if state.src[start] != "[":
        return False
    end = _closing(state.src, start, state.posMax)
    if end < 0:
        return False
    read = read_attributes(state.src, end + 1)
    if read is None:
        return False
    attributes, after = read
    if not silent:
        opened = state.push("span_open", "", 1)
        opened.meta = {"start": start, "attributes": attributes, "brace": end + 1}
        outer = state.posMax
        state.pos, state.posMax = start + 1, end
        state.md.inline.tokenize(state)
        state.posMax = outer
        state.push("span_close", "", -1)
    state.pos = after
    return True


def _closing(text: str, start: int, limit: int) -> int:
    """The bracket that closes the one at ``start``; -1 when none does."""
    depth = 0
    for at in range(start, limit):
        if text[at] == "[":
            depth += 1
        elif text[at] == "]":
            depth -= 1
            if not depth:
                return at
    return -1


class _Reader:
    """Walks markdown-it's flat token list."""

    def __init__(self, source: Source, problems: Problems, tokens: Sequence[Token]) -> None:
        self.source, self.problems, self.tokens = source, problems, tokens
        self.at = 0
        self.starts = [0]
        for i, char in enumerate(source.text):
            if char == "\n":
                self.starts.append(i + 1)

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
            elif token.nesting >= 0 and token.type != "inline":
                self._unsupported(token)

    def _text_block(self, token: Token) -> Block:
        inline = self.tokens[self.at]
        self.at += 2
        offset = self._content_offset(inline)
        nodes = self._nodes(list(inline.children or ()), inline.content, offset)
        level = int(token.tag[1]) if token.type == "heading_open" else 0
        place = self.source.place(offset)
        if level > DEEPEST_HEADING:
            self.problems.add(
                place,
                "标题只用一级（#）和二级（##）",
                "headings have two levels only, # and ##",
                ("把它改成 ## 或正文", "make it ## or a paragraph"),
            )
        return Block("heading" if level else "paragraph", place, nodes, min(level, DEEPEST_HEADING))

    def _container(self, token: Token) -> Block:
        offset = self.starts[(token.map or [0, 0])[0]]
        line = self.source.text[offset : self.source.text.find("\n", offset) % (len(self.source.text) + 1)]
        info = token.info.strip()
        name = info.split("{", 1)[0].strip()
        place = self.source.place(offset)
        attributes, brace = NONE, line.find("{")
        if brace >= 0:
            read = read_attributes(line, brace)
            if read is None or line[read[1] :].strip():
                self.problems.add(
                    self.source.place(offset + brace),
                    "花括号里的属性读不懂",
                    "the attributes in braces are unreadable",
                    ('写作 {kind=bars figures="a b"}', 'write {kind=bars figures="a b"}'),
                )
            else:
                attributes = read[0]
        closed = self._closed(token)
        if not closed:
            self.problems.add(place, f"“::: {name}”没有用 ::: 结束", f"'::: {name}' is never closed with :::")
        inner = tuple(self.blocks("container_box_close"))
        return Block("container", place, (), 0, name, attributes, offset, inner)

    def _closed(self, token: Token) -> bool:
        first, last = token.map or [0, 0]
        lines = self.source.text.split("\n")[first + 1 : last + 1]
        return any(line.strip().startswith(":::") for line in lines[-2:])

    def _content_offset(self, inline: Token) -> int:
        start = self.starts[(inline.map or [0, 0])[0]]
        first = inline.content.split("\n", 1)[0]
        found = self.source.text.find(first, start)
        return found if found >= 0 else start

    def _nodes(self, children: list[Token], content: str, offset: int) -> tuple[Node, ...]:
        """Inline tokens as a tree; text finds its offset by searching on from the last one."""
        root: list[Node] = []
        stack: list[tuple[Token | None, int, list[Node]]] = [(None, 0, root)]
        cursor = 0
        for token in children:
            if token.type == "text" and token.content:
                cursor = max(content.find(token.content, cursor), cursor)
                stack[-1][2].append(Node("text", self.source.place(offset + cursor), token.content))
                self._check_text(token.content, offset + cursor)
                cursor += len(token.content)
            elif token.type == "softbreak":
                self._soft_break(content, cursor, stack[-1][2], offset)
                cursor = content.find("\n", cursor) + 1
            elif token.type == "span_open":
                stack.append((token, token.meta["start"], []))
                cursor = token.meta["start"] + 1
            elif token.type == "strong_open":
                cursor = content.find("**", cursor) + 2
                stack.append((token, cursor - 2, []))
            elif token.type in ("span_close", "strong_close"):
                cursor = self._close(stack, content, offset, cursor)
            elif token.nesting >= 0:
                self._unsupported_inline(token, self.source.place(offset + cursor))
        return tuple(root)

    def _close(
        self, stack: list[tuple[Token | None, int, list[Node]]], content: str, offset: int, cursor: int
    ) -> int:
        opened, start, inner = stack.pop()
        place = self.source.place(offset + start)
        if opened is None or opened.type == "strong_open":
            stack[-1][2].append(Node("strong", place, children=tuple(inner)))
            return cursor + 2
        brace = opened.meta["brace"]
        node = Node("span", place, "", opened.meta["attributes"], offset, tuple(inner))
        stack[-1][2].append(node)
        read = read_attributes(content, brace)
        return read[1] if read else brace

    def _soft_break(self, content: str, cursor: int, nodes: list[Node], offset: int) -> None:
        """Lines of Chinese join without a space; between Latin words the break is one."""
        end = content.find("\n", cursor)
        before, after = content[end - 1 : end], content[end + 1 : end + 2]
        if before.isascii() and after.isascii() and before.isalnum() and after.isalnum():
            nodes.append(Node("text", self.source.place(offset + end), " "))

    def _check_text(self, text: str, offset: int) -> None:
        """A bracket followed by a brace that was not read as a mark is a slip of the pen."""
        at = text.find("]{")
        if at >= 0:
            self.problems.add(
                self.source.place(offset + at + 1),
                "这里的标注读不懂",
                "this mark is unreadable",
                (
                    "写作 [文字]{#编号 .类 键=值}，值里有空格时加引号",
                    "write [text]{#id .class key=value}; quote values with spaces",
                ),
            )

    def _unsupported(self, token: Token) -> None:
        names = {
            "bullet_list_open": ("列表", "a list"),
            "ordered_list_open": ("列表", "a list"),
            "fence": ("代码块", "a code block"),
            "blockquote_open": ("引用块", "a block quote"),
            "hr": ("分隔线", "a thematic break"),
            "list_item_open": ("", ""),
        }
        zh, en = names.get(token.type, (token.type, token.type))
        if not zh:
            return
        line = (token.map or [0, 0])[0]
        self.problems.add(
            Place(self.source.file, line + 1, 1),
            f"正文里不能用{zh}",
            f"{en} has no place in a report",
            ("写成段落，或用 ::: 容器", "write a paragraph, or use a ::: container"),
        )

    def _unsupported_inline(self, token: Token, place: Place) -> None:
        zh, en = f"正文里不能用“{token.type}”", f"'{token.type}' has no place in a report"
        self.problems.add(place, zh, en, ("改成普通文字或标注", "use plain text or a mark"))
