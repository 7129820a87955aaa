"""A report folder into a Report; every problem of the whole text is raised at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from reportgen.content.container_records import PROSE
from reportgen.content.containers import components
from reportgen.content.context import Context
from reportgen.content.contradictions import tell_contradictions
from reportgen.content.footnotes import taken_out, tell_unused
from reportgen.content.frontmatter import Front, read_front
from reportgen.content.leftovers import tell_leftovers
from reportgen.content.markup import parse
from reportgen.content.passages import SourcePassage, check_passages, passages_of, read_prose
from reportgen.content.pipe_tables import with_tables
from reportgen.content.problems import Problems
from reportgen.content.sections import sections_of
from reportgen.content.sober import SOBER_WORDS, is_sober
from reportgen.content.source import Source, read_source
from reportgen.content.wording import numbers, strange_numbers
from reportgen.errors import Place
from reportgen.model.report import Figure, Report, Span

MOST_REPORTED = 20  # dropped characters reported one by one


def load_report(folder: Path) -> Report:
    """Reads ``report.md`` and the files it names.

    Raises ReportgenError with every problem, sorted by place, each with ``file:line:column`` and a hint.
    """
    source = read_source(folder / "report.md", (folder / "report.md").as_posix())
    problems = Problems()
    _tell_dropped(source, problems)
    tell_leftovers(source, problems)
    raw, blocks = parse(source, problems)
    front = read_front(raw, source, problems)
    blocks, footnotes = taken_out(blocks, problems)
    passages = passages_of(with_tables(blocks), problems)
    read_prose(passages, source, footnotes, problems)
    tell_unused(footnotes, problems)
    figures = _figures(passages, front)
    context = Context(figures, _whole_text(front, passages), folder, source, problems)
    for passage in passages:
        boxes = tuple(block for block in passage.containers if block.name not in PROSE)
        passage.components = components(boxes, passage.gathered, context)
    _check_signature(front, context)
    check_passages(passages, source, problems)
    _check_numbers(passages, context)
    tell_contradictions(figures.values(), context.tables.values(), problems)
    problems.raise_errors()
    return _report(folder, front, passages, context)


def _tell_dropped(source: Source, problems: Problems) -> None:
    """A note for each dropped character, as far as they can be read."""
    for dropped in source.dropped[:MOST_REPORTED]:
        code = f"U+{ord(dropped.char):04X}"
        zh = f"分开的附加符 {code} 已与字母合成" if dropped.accent else f"看不见的字符 {code} 已删去"
        en = (
            f"the loose accent {code} was composed"
            if dropped.accent
            else f"the invisible character {code} was removed"
        )
        hint = ("用 check --fix 在原稿里改正", "correct the file with check --fix")
        problems.add(source.place(dropped.offset).along(-1), zh, en, hint, "note")


def _figures(passages: list[SourcePassage], front: Front) -> dict[str, Figure]:
    """The figures by id, those of casualties, damage and failure known as sober."""
    more = front.values.get("sober", ())
    marked = (figure for passage in passages for figure in passage.gathered.figures)
    return {figure.id: replace(figure, sober=is_sober(figure, more)) for figure in marked}


def _whole_text(front: Front, passages: list[SourcePassage]) -> str:
    """All public text of the report, to check that the words shown are its own."""
    parts = [front.text(key) for key in ("title", "series", "organisation", "date")]
    for passage in passages:
        if passage.heading is not None:
            parts.append(passage.title)
        parts += [paragraph.text for paragraph in passage.body]
    return "\n".join(parts)


def _check_signature(front: Front, context: Context) -> None:
    id = front.text("signature")
    if id and id not in context.figures:
        place = front.places["signature"]
        context.problems.unknown(place, ("数据编号", "figure id"), id, context.figures)
    elif id and not context.figures[id].adorns:
        zh, en = f"封面不由“{context.figures[id].label}”画成", f"no cover is drawn from '{id}'"
        hint = ("换一个数据，或去掉 signature", "choose another figure, or leave signature out")
        context.problems.add(front.places["signature"], zh, en, hint)


def _check_numbers(passages: list[SourcePassage], context: Context) -> None:
    """An author's own words may contain only numbers of the text or a table."""
    known = [context.text]
    for read in context.tables.values():
        table = read.table
        known += [table.title, table.unit, table.source, *table.header]
        known += [cell for row in table.rows for cell in row]
    printed = numbers("\n".join(known))
    added = [words for passage in passages for words in passage.gathered.added] + context.added
    for words, place in added:
        for number in strange_numbers(words, printed):
            context.problems.add(
                place,
                f"“{words}”里的 {number} 原文没有",
                f"{number} in '{words}' is not in the text",
                ("只写原文里有的数字", "use only numbers the text gives"),
                "warning",
            )


def _own_words(front: Front, passages: list[SourcePassage], context: Context) -> Iterator[tuple[str, Place]]:
    """What is shown beside the prose: of the head, of attributes and of tables, each where it stands."""
    yield from front.words
    for passage in passages:
        yield from passage.gathered.added
        yield from ((note.text, note.place) for note in passage.footnotes)
    yield from context.added
    yield from context.credits
    for read in context.tables.values():
        yield from read.words()


def _report(folder: Path, front: Front, passages: list[SourcePassage], context: Context) -> Report:
    lead = passages[0]
    head = front.attributes()
    marked_names = (name for passage in passages for name in passage.gathered.names)
    head["names"] = tuple(dict.fromkeys((*head["names"], *marked_names)))
    head["sober"] = (*SOBER_WORDS, *head["sober"])
    return Report(
        name=folder.resolve().name,
        lead=lead.body,
        sections=sections_of(passages),
        lead_components=lead.components,
        lead_speaker=lead.speaker,
        lead_internal=lead.internal,
        lead_footnotes=lead.footnotes,
        figures=tuple(context.figures.values()),
        honours=tuple(honour for passage in passages for honour in passage.gathered.honours),
        own_words=tuple(Span(words, place=place) for words, place in _own_words(front, passages, context)),
        tables=tuple(read.table for read in context.tables.values()),
        folder=folder.as_posix(),
        warnings=context.problems.warnings,
        **head,
    )
