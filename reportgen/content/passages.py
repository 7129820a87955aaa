"""Blocks into passages: the lead, each section's introduction, each subsection."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from reportgen.content.container_records import BY_NAME, PROSE
from reportgen.content.footnotes import Footnotes
from reportgen.content.frontmatter import BREAK
from reportgen.content.inline import InlineNode
from reportgen.content.marks import Gathered, MarkReader
from reportgen.content.markup import Block
from reportgen.content.pipe_tables import cells_of, is_written
from reportgen.content.problems import Problems
from reportgen.content.source import Source
from reportgen.errors import Place
from reportgen.model.report import Component, Footnote, Paragraph

ASIDE_CLASSES = frozenset({"name", "en"})  # marks that only say how words are set


class SourcePassage(Struct):
    """Blocks between two headings, and what was read of them."""

    heading: Block | None
    section: int | None
    subsection: int | None
    paragraphs: list[Block] = field(default_factory=list)
    containers: list[Block] = field(default_factory=list)
    body: tuple[Paragraph, ...] = ()
    gathered: Gathered = field(default_factory=Gathered)
    speaker: tuple[Paragraph, ...] = ()
    internal: tuple[Paragraph, ...] = ()
    components: tuple[Component, ...] = ()
    footnotes: tuple[Footnote, ...] = ()

    @property
    def written(self) -> str:
        """The heading as typed, with the author's break marks."""
        return self.heading.plain.strip() if self.heading else ""

    @property
    def title(self) -> str:
        return self.written.replace(BREAK, "")


def passages_of(blocks: Sequence[Block], problems: Problems) -> list[SourcePassage]:
    """The lead first, then one passage for each heading."""
    passages = [SourcePassage(None, None, None)]
    section, subsection = -1, -1
    for block in blocks:
        if block.kind == "paragraph":
            passages[-1].paragraphs.append(block)
        elif block.kind == "container":
            passages[-1].containers.append(block)
        elif block.level == 1 or section < 0:
            if block.level > 1:
                hint = ("先写 # 部分标题", "write a # heading first")
                zh, en = "二级标题前面没有一级标题", "a ## heading without a # heading before it"
                problems.add(block.place, zh, en, hint)
            section, subsection = section + 1, -1
            passages.append(SourcePassage(block, section, None))
        else:
            subsection += 1
            passages.append(SourcePassage(block, section, subsection))
    return passages


def read_prose(
    passages: Sequence[SourcePassage], source: Source, footnotes: Footnotes, problems: Problems
) -> None:
    """Fills every passage's paragraphs, its notes, and what its marks say."""
    reader = MarkReader(source, footnotes, problems)
    for passage in passages:
        passage.gathered = Gathered(passage.section, passage.subsection)
        passage.body = tuple(reader.paragraph(block, passage.gathered) for block in passage.paragraphs)
        passage.footnotes = footnotes.of(passage.body)
        for box in filter(is_written, passage.containers):
            for cell in cells_of(box):
                reader.paragraph(cell, passage.gathered)  # a figure marked in it is one of the passage
        passage.speaker = _aside("speaker", passage, reader, problems)
        passage.internal = _aside("internal", passage, reader, problems)
        for block in passage.containers:
            _check_inside(block, problems)


def _aside(
    name: str, passage: SourcePassage, reader: MarkReader, problems: Problems
) -> tuple[Paragraph, ...]:
    """Notes hold plain paragraphs; what they would mark belongs in the text."""
    boxes = [block for block in passage.containers if block.name == name]
    blocks = [inner for box in boxes for inner in box.blocks if inner.kind == "paragraph"]
    spans = [span for block in blocks for node in block.nodes for span in node.spans()]
    wrong = [span for span in spans if not _is_plain(span)]
    for span in wrong[:1]:
        zh, en = "提示和口径里不能标注", "speaker and internal notes cannot contain marks"
        problems.add(span.place, zh, en, ("在正文里标", "mark it in the text"))
    return () if wrong else tuple(reader.paragraph(block, Gathered()) for block in blocks)


def _is_plain(span: InlineNode) -> bool:
    attributes = span.attributes
    return bool(attributes.classes) and ASIDE_CLASSES.issuperset(attributes.classes) and not attributes.id


def _check_inside(block: Block, problems: Problems) -> None:
    written = [inner for inner in block.blocks if inner.kind != "container"]
    if block.name in PROSE:
        if not block.blocks:
            zh, en = f"“::: {block.name}”是空的", f"'::: {block.name}' is empty"
            problems.add(block.place, zh, en, ("写一段话或删掉", "write a paragraph or delete it"))
        for inner in written:
            if inner.kind in ("heading", "table"):
                zh, en = f"“::: {block.name}”里只写段落", f"'::: {block.name}' may contain paragraphs only"
                problems.add(inner.place, zh, en, ("把它移到容器外面", "move it out of the container"))
    elif written and block.name in BY_NAME and not is_written(block):
        zh, en = f"“::: {block.name}”里不写正文", f"'::: {block.name}' cannot contain text"
        hint = (
            "把文字移到容器外面；容器只引用原文",
            "move the text out; a container only refers to the text",
        )
        problems.add(written[0].place, zh, en, hint)


def check_passages(passages: Sequence[SourcePassage], source: Source, problems: Problems) -> None:
    """A report has text, a heading has words and text below it."""
    if not any(passage.body for passage in passages):
        hint = ("至少写一段", "write at least one paragraph")
        problems.add(Place(source.file, 1, 1), "报告没有正文", "the report has no text", hint)
    for passage in passages:
        heading = passage.heading
        if heading is None:
            continue
        if not passage.title:
            problems.add(heading.place, "标题是空的", "the heading is empty", ("写上标题", "write a heading"))
        if passage.subsection is not None and not passage.body:
            hint = ("写一段或删掉标题", "write a paragraph or delete the heading")
            problems.add(heading.place, "标题下面没有正文", "no text under this heading", hint)
        for span in [span for node in heading.nodes for span in node.spans()][:1]:
            hint = ("把标注移到正文里", "move the mark into the text")
            problems.add(span.place, "标题里不能有标注", "a heading cannot contain marks", hint)
