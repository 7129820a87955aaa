"""Which slides a deck on a template has, in which order: the same story as our own deck's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.layout.slides.sharing import fewest
from reportgen.layout.template.compose import Composer, Entries
from reportgen.layout.template.draft import TemplateDraft, Texts
from reportgen.layout.template.figures import MOST, drawn_of
from reportgen.layout.template.holders import READABLE, Setter
from reportgen.layout.template.sharing import shared
from reportgen.model.report import Report
from reportgen.model.template import TemplateRole
from reportgen.story.hero import claim
from reportgen.story.introduction import (
    intro_passage,
    is_told_by_opening,
    subsection_pieces,
)
from reportgen.story.key_numbers import key_numbers
from reportgen.story.lead import lead_pieces
from reportgen.story.passages import lead_of
from reportgen.story.pieces import Keys, Piece, pieces
from reportgen.story.spoken import lead_notes, notes_of
from reportgen.story.titles import (
    AGENDA,
    CLOSING_SECTION,
    FOREWORD,
    GAP,
    KEY_NUMBERS,
    OPENING_SECTION,
    agenda,
    figures_time,
    imprint,
    slide_title,
)
from reportgen.story.word_list import Entry, entries_of

TalkSection = tuple[str, tuple[TemplateDraft, ...]]


class TemplateTalk(Struct, frozen=True):
    """The slides of one report."""

    report: Report
    composer: Composer

    def groups(self) -> tuple[TalkSection, ...]:
        """Slides under the names of the sections they belong to."""
        report = self.report
        sections = ((section.title, tuple(self._section(i))) for i, section in enumerate(report.sections))
        closing = self._closing()
        ends = ((CLOSING_SECTION, closing),) if closing else ()
        return ((OPENING_SECTION, self._opening()), *sections, *ends)

    def _opening(self) -> tuple[TemplateDraft, ...]:
        """Cover, agenda, key numbers under the lead's first point, and what else the lead holds."""
        report, lead = self.report, lead_of(self.report)
        listed = tuple(Entry(GAP.join(section.title_lines)) for section in agenda(report, fewest=1))
        figures = key_numbers(report, MOST - 1).figures
        said = (Keys(claim(report)),) if figures else ()
        return (
            self._cover(),
            *self.composer.lists("agenda", AGENDA, listed),
            *self._slides(KEY_NUMBERS, (*figures, *said), lead.text),
            *self._slides(FOREWORD, lead_pieces(report, figures), lead.text),
        )

    def _cover(self) -> TemplateDraft:
        """The title, and below it the series and the organisation that holds the conference."""
        report = self.report
        lines = tuple(Entry(words) for words in (*imprint(report), figures_time(report)) if words)
        texts: Texts = (("subtitle", lines),) if lines and self._offers("title", "subtitle") else ()
        return TemplateDraft("title", report.title, texts, notes=lead_notes(report), lines=report.title_lines)

    def _closing(self) -> tuple[TemplateDraft, ...]:
        """Series and organisation as the slide's title, the report's title again; none where both are missing."""
        again = (Entry(self.report.title),)
        texts: Texts = (("subtitle", again),) if self._offers("closing", "subtitle") else ()
        said = imprint(self.report)
        return (TemplateDraft("closing", GAP.join(said), texts, lines=said),) if said else ()

    def _offers(self, role: TemplateRole, slot: str) -> bool:
        return slot in self.composer.template.use(role).holders

    def _section(self, index: int) -> Iterator[TemplateDraft]:
        """The section's opening, its introduction, its subsections."""
        report, section = self.report, self.report.sections[index]
        place = intro_passage(report, index)
        intro = () if is_told_by_opening(section, place) else pieces(report, place)
        words = () if drawn_of(intro, report) else entries_of(intro, place.text)
        listed = tuple(Entry(slide_title(sub, shows_kicker=False)) for sub in section.subsections)
        shown = next((entries for entries in (words, listed) if self._readable(entries)), ())
        yield TemplateDraft(
            "section", section.title, (("body", shown),) if shown else (),
            notes=notes_of(section), section=index, lines=section.title_lines,
        )  # fmt: skip
        if not words or shown != words:
            yield from self._slides(section.title, intro, place.text, section=index)
        waiting = subsection_pieces(report, index)
        for ((sub, found), *_), draft in fewest(waiting, lambda some: shared(some, self.composer), (2,)):
            if draft is not None:
                yield replace(draft, section=index)
            else:
                yield from self._slides(
                    slide_title(sub, shows_kicker=False), found, sub.text, notes_of(sub), index
                )

    def _readable(self, entries: Entries) -> bool:
        """Whether the section layout has a place for the words and they fit it without becoming small."""
        if not entries or not self._offers("section", "body"):
            return False
        body = self.composer.template.use("section").holders["body"]
        return (Setter(body, self.composer.pen).share(entries) or 0.0) >= READABLE

    def _slides(
        self,
        title: str,
        found: Sequence[Piece],
        text: str,
        notes: tuple[str, ...] = (),
        section: int | None = None,
    ) -> list[TemplateDraft]:
        """The slides of one passage; its notes go with the first."""
        drafts = self.composer.slides(title, drawn_of(found, self.report), entries_of(found, text))
        if not drafts and notes:
            drafts = [TemplateDraft("figure", title)]
        return [
            replace(draft, notes=notes if not i else (), section=section) for i, draft in enumerate(drafts)
        ]
