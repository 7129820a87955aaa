"""A report folder into a Report; every problem of the whole text is raised at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.content.containers import PROSE, Context, components
from reportgen.content.frontmatter import Front, read_front
from reportgen.content.marks import Gathered, MarkReader
from reportgen.content.markup import Block, parse
from reportgen.content.problems import Problems
from reportgen.content.source import Source, read_source
from reportgen.errors import Place
from reportgen.model.report import Component, DataTable, Figure, Paragraph, Report, Section, Subsection

KICKER = 8  # characters; a longer first half of a heading is no kicker
SEPARATORS = " ，"


@dataclass(slots=True)
class _Passage:
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


def load_report(folder: Path) -> Report:
    """Reads ``report.md`` and the files it names.

    Raises ReportgenError with every problem, each with ``file:line:column`` and a hint.
    """
    file = (folder / "report.md").as_posix()
    source = read_source(folder / "report.md", file)
    problems = Problems()
    raw, blocks = parse(source, problems)
    front = read_front(raw, source, problems)
    passages = _passages(blocks, source, problems)
    _read_prose(passages, source, problems)
    figures = tuple(figure for p in passages for figure in p.gathered.figures)
    tables: dict[str, DataTable] = {}
    context = Context(
        {figure.id: figure for figure in figures},
        _whole_text(front, passages),
        folder,
        folder.as_posix(),
        source,
        problems,
        tables,
    )
    for passage in passages:
        boxes = tuple(block for block in passage.containers if block.name not in PROSE)
        passage.components = components(boxes, passage.gathered, context)
    _check(front, passages, figures, source, problems)
    problems.raise_errors()
    return _report(folder, front, passages, figures, tuple(tables.values()), problems)


def _passages(blocks: Sequence[Block], source: Source, problems: Problems) -> list[_Passage]:
    """The lead, then one passage for each section's introduction and each subsection."""
    passages = [_Passage(None, None, None)]
    section, subsection = -1, -1
    for block in blocks:
        if block.kind == "heading":
            if block.level == 1 or section < 0:
                if block.level == 2:
                    problems.add(
                        block.place,
                        "二级标题前面没有一级标题",
                        "a ## heading without a # heading before it",
                        ("先写 # 部分标题", "write a # heading first"),
                    )
                section, subsection = section + 1, -1
                passages.append(_Passage(block, section, None))
            else:
                subsection += 1
                passages.append(_Passage(block, section, subsection))
        elif block.kind == "paragraph":
            passages[-1].paragraphs.append(block)
        else:
            passages[-1].containers.append(block)
    return passages


def _read_prose(passages: Sequence[_Passage], source: Source, problems: Problems) -> None:
    reader = MarkReader(source, problems)
    for passage in passages:
        passage.gathered = Gathered(passage.section, passage.subsection)
        passage.body = tuple(reader.paragraph(block, passage.gathered) for block in passage.paragraphs)
        aside = Gathered(passage.section, passage.subsection)
        for name in PROSE:
            inner = [
                b for c in passage.containers if c.name == name for b in c.blocks if b.kind == "paragraph"
            ]
            setattr(passage, name, tuple(reader.paragraph(block, aside) for block in inner))
        for figure in aside.figures:
            problems.add(
                figure.place,
                "提示和口径里不能标数字",
                "figures cannot be marked in speaker or internal notes",
                ("在正文里标", "mark it in the text"),
            )
        for block in passage.containers:
            _check_inside(block, problems)


def _check_inside(block: Block, problems: Problems) -> None:
    if block.name in PROSE and not block.blocks:
        problems.add(
            block.place,
            f"“::: {block.name}”是空的",
            f"'::: {block.name}' is empty",
            ("写一段话或删掉", "write a paragraph or delete it"),
        )
    if block.name not in PROSE and block.blocks:
        problems.add(
            block.blocks[0].place,
            f"“::: {block.name}”里不写正文",
            f"'::: {block.name}' holds no text",
            ("把文字移到容器外面；容器只引用原文", "move the text out; containers refer to the text"),
        )


def _whole_text(front: Front, passages: Sequence[_Passage]) -> str:
    """Everything the report says in public, for the check that shown words are its own."""
    parts = [
        front.text("title").replace("|", ""),
        front.text("series").replace("|", ""),
        front.text("organisation"),
    ]
    for passage in passages:
        if passage.heading is not None:
            parts.append(_heading_text(passage.heading).replace("|", ""))
        parts += [paragraph.text for paragraph in passage.body]
    return "\n".join(parts)


def _heading_text(block: Block) -> str:
    return "".join(node.plain for node in block.nodes).strip()


def _check(
    front: Front, passages: Sequence[_Passage], figures: Sequence[Figure], source: Source, problems: Problems
) -> None:
    ids = {figure.id for figure in figures}
    if front.text("signature") and front.text("signature") not in ids:
        problems.unknown(front.places["signature"], ("数据编号", "figure id"), front.text("signature"), ids)
    if not any(passage.body for passage in passages):
        problems.add(
            Place(source.file, 1, 1),
            "报告没有正文",
            "the report has no text",
            ("至少写一段", "write at least a paragraph"),
        )
    for passage in passages:
        heading = passage.heading
        if heading is None:
            continue
        if not _heading_text(heading):
            problems.add(heading.place, "标题是空的", "the heading is empty", ("写上标题", "write a heading"))
        if passage.subsection is not None and not passage.body:
            problems.add(
                heading.place,
                "标题下面没有正文",
                "no text under this heading",
                ("写一段或删掉标题", "write a paragraph or delete the heading"),
            )
        if any(node.kind == "span" for node in heading.nodes):
            problems.add(
                heading.place,
                "标题里不能有标注",
                "headings take no marks",
                ("把标注移到正文里", "move the mark into the text"),
            )


def _report(
    folder: Path,
    front: Front,
    passages: Sequence[_Passage],
    figures: tuple[Figure, ...],
    tables: tuple[DataTable, ...],
    problems: Problems,
) -> Report:
    lead = passages[0]
    title = front.text("title")
    series = front.text("series")
    marked_names = (name for passage in passages for name in passage.gathered.names)
    return Report(
        name=folder.resolve().name,
        title=title.replace("|", ""),
        title_lines=_lines(title, " |"),
        lead=lead.body,
        sections=_sections(passages),
        series=series.replace("|", ""),
        series_lines=_lines(series, "|"),
        organisation=front.text("organisation"),
        byline=front.text("byline"),
        theme=front.text("theme"),
        signature=front.text("signature"),
        date=front.text("date"),
        contact=front.contact,
        names=tuple(dict.fromkeys((*front.names, *marked_names))),
        lead_components=lead.components,
        lead_speaker=lead.speaker,
        lead_internal=lead.internal,
        figures=figures,
        honours=tuple(honour for p in passages for honour in p.gathered.honours),
        tables=tables,
        folder=folder.as_posix(),
        warnings=problems.warnings,
    )


def _lines(text: str, marks: str) -> tuple[str, ...]:
    """Display lines: the text cut at the author's break marks."""
    for mark in marks:
        text = text.replace(mark, "\n")
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _sections(passages: Sequence[_Passage]) -> tuple[Section, ...]:
    sections: list[Section] = []
    for passage in passages:
        if passage.heading is None or passage.subsection is not None:
            continue
        subs = [p for p in passages if p.section == passage.section and p.subsection is not None]
        title = _heading_text(passage.heading)
        sections.append(
            Section(
                number=len(sections) + 1,
                title=title.replace("|", ""),
                title_lines=_lines(title, "|"),
                intro=passage.body,
                subsections=tuple(_subsection(sub) for sub in subs),
                components=passage.components,
                speaker=passage.speaker,
                internal=passage.internal,
                place=passage.heading.place,
            )
        )
    return tuple(sections)


def _subsection(passage: _Passage) -> Subsection:
    written = _heading_text(passage.heading) if passage.heading else ""
    kicker, headline = split_title(written)
    return Subsection(
        title=written.replace("|", ""),
        title_lines=_lines(written, "|"),
        kicker=kicker.replace("|", ""),
        headline=headline.replace("|", ""),
        headline_lines=_lines(headline, "|"),
        body=passage.body,
        components=passage.components,
        speaker=passage.speaker,
        internal=passage.internal,
        place=passage.heading.place if passage.heading else None,
    )


def split_title(title: str) -> tuple[str, str]:
    """Kicker and headline of a heading in two halves; no kicker where there is one, or many, or a long first."""
    cuts = [i for i, char in enumerate(title) if char in SEPARATORS]
    if len(cuts) != 1 or not 2 <= cuts[0] <= KICKER or cuts[0] == len(title) - 1:
        return "", title
    return title[: cuts[0]], title[cuts[0] + 1 :]
