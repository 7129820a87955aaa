"""What is said over a slide, and what stays inside the office."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.model.report import Footnote, Paragraph, Report, Section, Subsection

INTERNAL_HEAD = "【内部口径，不得对外】"
PACE = 220  # characters a speaker reads out in a minute at a press conference
MINUTE = 60  # seconds
STEP = 10  # seconds an estimate is rounded to


def notes_of(part: Subsection | Section) -> tuple[str, ...]:
    """The passage's full text, what only the speaker says, the time both take, footnotes, then what is internal."""
    text = part.body if isinstance(part, Subsection) else part.intro
    return notes(text, part.speaker, part.internal, part.footnotes)


def lead_notes(report: Report) -> tuple[str, ...]:
    """The notes of the opening slide."""
    return notes(report.lead, report.lead_speaker, report.lead_internal, report.lead_footnotes)


def notes(
    text: Sequence[Paragraph],
    speaker: Sequence[Paragraph],
    internal: Sequence[Paragraph],
    footnotes: Sequence[Footnote] = (),
) -> tuple[str, ...]:
    """A paragraph each."""
    spoken = tuple(paragraph.text for paragraph in (*text, *speaker))
    written = tuple(noted_text(paragraph) for paragraph in (*text, *speaker))
    below = tuple(f"{note.mark}{note.text}" for note in footnotes)
    kept = tuple(paragraph.text for paragraph in internal)
    return (*written, *_duration(spoken), *below, *((INTERNAL_HEAD, *kept) if kept else ()))


def noted_text(paragraph: Paragraph) -> str:
    """The paragraph's text with the marks of its footnotes."""
    marks = ((span.text, span.marked("note")) for span in paragraph.spans)
    return "".join(note.id if note else text for text, note in marks)


def _duration(spoken: Sequence[str]) -> tuple[str, ...]:
    """How long the words take to say; nothing where there are none."""
    characters = sum(len("".join(text.split())) for text in spoken)
    if not characters:
        return ()
    seconds = max(STEP, round(characters / PACE * MINUTE / STEP) * STEP)
    minutes, rest = divmod(seconds, MINUTE)
    words = (f"{minutes}分" if minutes else "") + (f"{rest}秒" if rest else "钟")
    return (f"（预计{words}）",)


def without_internal(report: Report) -> Report:
    """The report as the public may see it: planned from this, no output can hold an internal word."""
    return replace(report, lead_internal=(), sections=tuple(map(_public, report.sections)))


def _public(section: Section) -> Section:
    subsections = tuple(replace(sub, internal=()) for sub in section.subsections)
    return replace(section, internal=(), subsections=subsections)
