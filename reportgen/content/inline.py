"""Inline tokens into a tree of text, strong text and marked spans, each with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.token import Token
from msgspec import Struct

from reportgen.content.attributes import NONE, Attributes
from reportgen.content.footnote_marks import REFERRED
from reportgen.content.problems import Hint, Problems
from reportgen.content.source import Source
from reportgen.errors import Place

SLIPS: tuple[tuple[re.Pattern[str], str, str, Hint], ...] = (
    (
        re.compile(r"\](?=\{)"),
        "这里的标注写法不对",
        "this mark is unreadable",
        (
            "写作 [文字]{#编号 .类 键=值}，值里有空格时加引号",
            "write [text]{#id .class key=value}; quote values with spaces",
        ),
    ),
    (
        re.compile(r"(?<!\])\{[#.][^\s{}]"),
        "花括号前面没有方括号",
        "braces without brackets before them",
        (
            "文字放进半角方括号，紧挨着写花括号：[文字]{…}",
            "put the words in brackets directly before the braces: [text]{…}",
        ),
    ),
    (
        re.compile(r"｛\s*[#＃.]"),
        "花括号是全角的",
        "these braces are full-width",
        (
            "标注用半角符号：[文字]{#编号 键=值}",
            "write marks in half-width characters: [text]{#id key=value}",
        ),
    ),
    (
        re.compile(r"!\[[^\[\]\n]*\]\("),
        "图片不能写在正文段落里",
        "a picture cannot be part of a paragraph",
        ("写 ::: picture {file=… alt=…} 和 :::", "write ::: picture {file=… alt=…} and :::"),
    ),
    (
        re.compile(r"(?<!!)\[[^\[\]\n]+\]\("),
        "正文里不能用链接",
        "links are not allowed in a report",
        ("只写文字，网址写进 contact", "keep the words only; put addresses in contact"),
    ),
    (
        re.compile(r"</?[A-Za-z][^<>\n]*>|<!--|<!\[|<[!?][A-Za-z]"),
        "正文里不能用 HTML",
        "HTML is not allowed in a report",
        ("删掉标签；批注单独成行写 <!-- … -->", "delete the tag; put a comment on lines of its own"),
    ),
    (
        re.compile(r"\*+|__+"),
        "多出来的强调符号会印出来",
        "a mark of emphasis is left over and would be printed",
        (
            "强调成对写 **文字**；乘号、遮去的字写 ×",
            "write **strong** in pairs, × for a product or hidden letters",
        ),
    ),
    (
        re.compile("`"),
        "正文里不能用反引号",
        "backticks are not allowed in a report",
        ("删掉它", "delete it"),
    ),
)
TABLE_ROW = re.compile(r"\|.*\|[ \t]*$")  # of a table without its alignment row: told once
LINE_SLIPS: tuple[tuple[re.Pattern[str], str, str, Hint], ...] = (
    (
        re.compile(r"#{1,6}(?=[^\s#{])"),
        "# 后面缺一个空格",
        "a space is missing after #",
        ("写作 # 标题", "write # heading"),
    ),
    (
        re.compile(r"(?!:::)[:：]{2,}[ \t]*[A-Za-z]"),
        "容器应以三个半角冒号开头",
        "a container begins with three half-width colons",
        ("写作 ::: 种类 {…}", "write ::: kind {…}"),
    ),
    (
        re.compile(r":{3,}"),
        "这个 ::: 没有要结束的容器",
        "this ::: closes no container",
        ("删掉它，或在上面写 ::: 种类 {…}", "delete it, or open a container above with ::: kind {…}"),
    ),
    (
        TABLE_ROW,
        "这张表读不出：表头下面没有格数相同的 |---| 行",
        "this is no table: below its header stands no |---| row of as many cells",
        (
            "表前空一行，表头下一行每列写一个 ---，用 | 隔开；或存成 data/ 下的 CSV，用 ::: table {data=…}",
            "write --- for each column below the header; or save a CSV in data/ and use ::: table {data=…}",
        ),
    ),
)
INDENTED = re.compile("\n[ \t]*\u3000")


class InlineNode(Struct, frozen=True):
    """A piece of inline text: plain text, strong text or a marked span with its children."""

    kind: str  # text, span, strong, note (the mark of a footnote, its id among the attributes)
    place: Place
    text: str = ""
    attributes: Attributes = NONE
    attributes_at: int = 0  # offset in the source that the attributes' own offsets count from
    children: tuple[InlineNode, ...] = ()

    @property
    def plain(self) -> str:
        return self.text or "".join(child.plain for child in self.children)

    def spans(self) -> Iterator[InlineNode]:
        """Every marked span in it, itself included, outermost first."""
        return (node for node in self.every() if node.kind == "span")

    def every(self) -> Iterator[InlineNode]:
        """It and everything in it, outermost first."""
        yield self
        for child in self.children:
            yield from child.every()


class _Open(Struct):
    """A span or strong stretch that is still open."""

    token: Token | None
    start: int
    nodes: list[InlineNode]


class InlineReader:
    """Reads the children of one inline token; ``offset`` is the position of its content in the source."""

    def __init__(self, source: Source, problems: Problems, content: str, offset: int) -> None:
        self.source, self.problems, self.content, self.offset = source, problems, content, offset
        self.cursor = 0
        self.last = ""
        self.stack = [_Open(None, 0, [])]

    def nodes(self, children: list[Token]) -> tuple[InlineNode, ...]:
        """The tree; text finds its offset by searching on from where the last piece ended."""
        self._check_lines()
        for token in children:
            READERS.get(token.type, InlineReader._other)(self, token)
        return tuple(self.stack[0].nodes)

    def _place(self, at: int) -> Place:
        return self.source.place(self.offset + at)

    def _text(self, token: Token) -> None:
        if not token.content:
            return
        self.cursor = max(self.content.find(token.content, self.cursor), self.cursor)
        self._check_text(token.content, self.cursor)
        self._push(InlineNode("text", self._place(self.cursor), token.content))
        self.cursor += len(token.content)

    def _push(self, node: InlineNode) -> None:
        self.stack[-1].nodes.append(node)
        self.last = node.text[-1:] or self.last

    def _line_end(self, token: Token) -> None:
        """Lines of Chinese join without a space; between Latin words the break is one."""
        end = self.content.find("\n", self.cursor)
        after = self.content[end + 1 :].lstrip("[* \t")[:1]
        if self.last and after and self.last.isascii() and after.isascii():
            self._push(InlineNode("text", self._place(end), " "))
        self.cursor = end + 1

    def _span_open(self, token: Token) -> None:
        start = token.meta["start"]
        self.stack.append(_Open(token, start, []))
        self.cursor = start + 1

    def _span_close(self, token: Token) -> None:
        opened = self.stack.pop()
        if opened.token is None:
            raise AssertionError("markdown-it closes no span it has not opened")
        meta = opened.token.meta
        place = self._place(opened.start)
        node = InlineNode("span", place, "", meta["attributes"], self.offset, tuple(opened.nodes))
        self.stack[-1].nodes.append(node)
        self.cursor = meta["after"]

    def _footnote(self, token: Token) -> None:
        meta = token.meta
        place = self._place(self.content.find(f"[^{meta['id']}]", self.cursor))
        self._push(InlineNode("note", place, attributes=Attributes(id=meta["id"])))
        self.cursor = meta["after"]

    def _strong_open(self, token: Token) -> None:
        at = max(self.content.find(token.markup, self.cursor), self.cursor)
        self.stack.append(_Open(token, at, []))
        self.cursor = at + len(token.markup)

    def _strong_close(self, token: Token) -> None:
        opened = self.stack.pop()
        self.stack[-1].nodes.append(
            InlineNode("strong", self._place(opened.start), children=tuple(opened.nodes))
        )
        self.cursor = max(self.content.find(token.markup, self.cursor), self.cursor) + len(token.markup)

    def _other(self, token: Token) -> None:
        if token.nesting >= 0:
            self.problems.add(
                self._place(max(self.content.find(token.markup, self.cursor), self.cursor)),
                "正文里不能用单个 * 或 _ 作强调",
                "a single * or _ does not mark emphasis here",
                ("强调写 **文字**，乘号写 ×", "write **words** for emphasis, × for multiplication"),
            )

    def _check_text(self, text: str, at: int) -> None:
        for pattern, zh, en, hint in SLIPS:
            match = pattern.search(text)
            if match:
                self.problems.add(self._place(at + match.start()), zh, en, hint)

    def _check_lines(self) -> None:
        at, told = 0, set[re.Pattern[str]]()
        for line in self.content.split("\n"):
            start = at + len(line) - len(line.lstrip())
            for pattern, zh, en, hint in LINE_SLIPS:
                if pattern.match(line.lstrip()) and not (pattern is TABLE_ROW and pattern in told):
                    self.problems.add(self._place(start), zh, en, hint)
                    told.add(pattern)
            at += len(line) + 1
        match = INDENTED.search(self.content)
        if match:
            zh, en = "这一行像是新的一段", "this line looks like a new paragraph"
            hint = ("段落之间空一行，段首不用空格", "leave an empty line between paragraphs, no indent")
            self.problems.add(self._place(match.end() - 1), zh, en, hint)


READERS = {
    "text": InlineReader._text,
    "softbreak": InlineReader._line_end,
    "hardbreak": InlineReader._line_end,
    "span_open": InlineReader._span_open,
    "span_close": InlineReader._span_close,
    REFERRED: InlineReader._footnote,
    "strong_open": InlineReader._strong_open,
    "strong_close": InlineReader._strong_close,
}
