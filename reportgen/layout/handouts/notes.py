"""The notes handout: three slides a page with the speaker's words, and room to write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from reportgen.cache import Cache
from reportgen.fonts import Fonts
from reportgen.layout.handouts import paper
from reportgen.layout.handouts.slots import HEIGHT, MEASURE, Talk, blank_slot, slots
from reportgen.layout.parts import labels
from reportgen.layout.parts.frame import Frame
from reportgen.layout.parts.names import unbroken_names
from reportgen.layout.parts.prose_runs import ProseStyle, prose_runs
from reportgen.layout.parts.structure import plan_structure
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import mm
from reportgen.model.report import Paragraph, Report
from reportgen.model.sheet import LANGUAGE, Bookmark, Document, Item, Sheet
from reportgen.model.slide import Deck
from reportgen.model.theme import Theme
from reportgen.story.spoken import noted_text

TOP = mm(25)
PER_PAGE = 3

SpokenWords = Mapping[str, Paragraph]
Numbered = tuple[int, Frame]  # the slide a slot belongs to


def plan_notes(report: Report, deck: Deck, theme: Theme, fonts: Fonts) -> Document:
    """Every slide of the deck once and in order, each paragraph of its notes whole, on A4."""
    ts = Typesetter(theme, fonts, Cache(), unbroken_names(report))
    words = {noted_text(paragraph): paragraph for paragraph in _spoken(report)}
    talks = [Talk(i, slide, _text(i, slide, words, ts)) for i, slide in enumerate(deck.sheets, start=1)]
    filled = [(talk.number, slot) for talk in talks for slot in slots(talk, ts)]
    pages = [filled[i : i + PER_PAGE] for i in range(0, len(filled), PER_PAGE)]
    sheets = tuple(_page(i, len(pages), page, report, ts) for i, page in enumerate(pages, start=1))
    return Document(
        title=f"{report.title}　{labels.SPEAKER_NOTES}",
        sheets=sheets,
        outline=_outline(deck, pages),
        author=report.organisation or report.byline,
        subject=report.series,
        structure=plan_structure(sheets, LANGUAGE),
    )


def _spoken(report: Report) -> Iterator[Paragraph]:
    """Every paragraph that may be in the notes of a slide."""
    yield from report.paragraphs()
    yield from report.lead_speaker
    for section in report.sections:
        yield from section.speaker
        for subsection in section.subsections:
            yield from subsection.speaker


def _text(number: int, slide: Sheet, words: SpokenWords, ts: Typesetter) -> Frame | None:
    """The slide's notes in body type, figures standing out as in the text they come from."""
    strong = ts.style("handout-emphasis")
    style = ProseStyle(plain=ts.style("handout-notes"), figure=strong, strong=strong, noted=True)
    done = []
    for i, note in enumerate(slide.notes):
        spoken = words.get(note)  # None: the deck's own words, as how long the text takes
        said = prose_runs(spoken.spans, style) if spoken else note
        paragraph = ts.paragraph(said, "handout-notes", align="justify")
        done.append(replace(paragraph, indent=ts.theme.typography.indent if i else 0.0))
    return ts.text(done, MEASURE, "body", block=f"notes:{number}") if done else None


def _page(number: int, count: int, filled: Sequence[Numbered], report: Report, ts: Typesetter) -> Sheet:
    frames = [slot for _, slot in filled]
    frames += [blank_slot(ts)] * (PER_PAGE - len(frames))
    items: list[Item] = [*paper.running_head(report, labels.SPEAKER_NOTES, ts)]
    for k, frame in enumerate(frames):
        items += frame.at(paper.MARGIN, TOP + k * HEIGHT)
    items += paper.page_number(number, count, ts)
    title = f"{labels.SPEAKER_NOTES}　第{number}页"
    return Sheet(_name(number), paper.SIZE, tuple(items), title=title, folio=str(number))


def _name(page: int) -> str:
    return f"notes-{page}"


def _outline(deck: Deck, pages: Sequence[Sequence[Numbered]]) -> tuple[Bookmark, ...]:
    """The deck's sections, under each its slides."""
    first: dict[int, str] = {}
    for i, page in enumerate(pages, start=1):
        for number, _ in page:
            first.setdefault(number, _name(i))
    numbers = {sheet.name: i for i, sheet in enumerate(deck.sheets, start=1)}
    marks = []
    for section in deck.sections:
        own = [numbers[name] for name in section.sheets]
        marks += [Bookmark(section.name, first[own[0]])] if own else []
        marks += [Bookmark(f"{i}　{deck.sheets[i - 1].title}", first[i], 1) for i in own]
    return tuple(marks)
