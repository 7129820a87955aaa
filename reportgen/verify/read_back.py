"""Finished files of one report, opened and read back against it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from msgspec.structs import replace

from reportgen.errors import Problem, ReportgenError
from reportgen.model.report import Report
from reportgen.preflight.reading import Reading, read_file
from reportgen.verify.chart_points import chart_seen
from reportgen.verify.deck_words import slides_of
from reportgen.verify.descriptions import described
from reportgen.verify.evidence import Discrepancy, Extract, Seen, Sighting, Site, SiteKind, Verified
from reportgen.verify.judge import Judge
from reportgen.verify.office_package import Package
from reportgen.verify.own_numbers import PageTexts
from reportgen.verify.pdf_words import ShownPage, page_extracts, shown_pages, shown_plainly
from reportgen.verify.tagged_words import alternatives_of, structure_extracts

SLIDE = re.compile(r"^幻灯片(\d+)：")
NO_PAGE_TEXTS: PageTexts = MappingProxyType({})
SPEAKER = "-speaker"  # the deck whose notes hold the internal blocks


class Verifier:
    """Reads the outputs of one report, one after the other; pages that are equal are read once."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._judges: dict[bool, Judge] = {}
        self._judged_pages: dict[tuple[tuple[str, ...], tuple[int, ...]], tuple[Seen, ...]] = {}
        self._sightings: list[Sighting] = []
        self._findings: list[Discrepancy] = []
        self._outputs: list[str] = []
        self._read = 0

    def judge(self, name: str) -> Judge:
        """Who judges a file of that name: internal blocks are the speaker's deck's alone."""
        internal = SPEAKER in name
        if internal not in self._judges:
            self._judges[internal] = Judge(self.report, internal=internal)
        return self._judges[internal]

    def pdf(self, name: str, reading: Reading) -> None:
        """The pages of a PDF, its tagged text and its alternative texts."""
        self._outputs.append(name)
        alternatives = alternatives_of(reading)
        slides = {number: _slides_in(texts) for number, texts in alternatives.items()}
        pages = [(page.number, shown) for page in reading.pages for shown in shown_pages(page)]
        texts = {shown.number: shown_plainly(shown) for _, shown in pages if not shown.marks}
        for number, shown in pages:
            folios = (shown.number, *slides.get(number, ()))
            self._seen(name, "text", number, self._shown(name, shown, folios, texts))
        for number, told in alternatives.items():
            self._seen(name, "alternative", number, self._judged(name, map(described, told)))
        for number, extract in structure_extracts(reading):
            own = replace(extract, folios=slides.get(number, ()))
            self._seen(name, "structure", number, self._judged(name, (own,), texts))

    def _shown(
        self, name: str, shown: ShownPage, folios: tuple[int, ...], texts: PageTexts
    ) -> tuple[Seen, ...]:
        """What the page's blocks give: pages of the same words are judged once."""
        key = (tuple(run.words for run in shown.runs), folios)
        if key not in self._judged_pages:
            self._judged_pages[key] = self._judged(name, page_extracts(shown, folios), texts)
        return self._judged_pages[key]

    def deck(self, name: str, data: bytes) -> None:
        """The slides of a deck, their descriptions, notes, charts and workbooks."""
        self._outputs.append(name)
        facts = self.judge(name).facts
        for slide in slides_of(Package(data, name)):
            for kind, extract in slide.extracts:
                own = replace(extract, folios=(slide.number,))
                self._seen(name, kind, slide.number, self._judged(name, (own,)))
            for kind in ("chart", "workbook"):
                points = tuple(point for where, point in slide.points if where == kind)
                self._read += len(points)
                self._seen(name, kind, slide.number, (chart_seen(points, facts),))

    def _judged(
        self, name: str, extracts: Iterable[Extract], texts: PageTexts = NO_PAGE_TEXTS
    ) -> tuple[Seen, ...]:
        judge = self.judge(name)
        return tuple(judge.judged(extract, texts) for extract in extracts)

    def _seen(self, name: str, kind: SiteKind, number: int, seen: tuple[Seen, ...]) -> None:
        site = Site(name, kind, number)
        self._read += len(seen)
        for each in seen:
            sightings, findings = each.at(site)
            self._sightings += sightings
            self._findings += findings

    def result(self) -> Verified:
        """Everything found so far, and the figures a brochure lacks."""
        sightings = tuple(sorted(set(self._sightings)))
        findings = (*dict.fromkeys(self._findings), *self._missing(sightings))
        return Verified(
            self.report.name,
            tuple(figure.id for figure in self.report.figures),
            tuple(self._outputs),
            sightings,
            findings,
            self._read,
            sum(judge.numbers for judge in self._judges.values()),
        )

    def _missing(self, sightings: tuple[Sighting, ...]) -> Iterator[Discrepancy]:
        met = {(sighting.figure, sighting.site.output) for sighting in sightings}
        for output in self._outputs:
            if f"{self.report.name}-brochure" not in output:
                continue
            for figure in self.report.figures:
                if (figure.id, output) not in met:
                    site = Site(output, "text", 0)
                    yield Discrepancy(site, "missing", "", figure.text, figure.id, figure.label)


def _slides_in(alternatives: tuple[str, ...]) -> tuple[int, ...]:
    """Numbers of the slides a page of the notes handout shows."""
    return tuple(int(match[1]) for text in alternatives for match in SLIDE.finditer(text))


def verify_files(report: Report, files: Mapping[str, bytes]) -> Verified:
    """Reads back the finished files of a report, by name.

    Raises ReportgenError for a file that cannot be read, with the problems of all of them.
    """
    verifier = Verifier(report)
    problems: list[Problem] = []
    for name, data in files.items():
        try:
            if name.lower().endswith(".pptx"):
                verifier.deck(name, data)
            else:
                verifier.pdf(name, read_file(data, name))
        except ReportgenError as fault:
            problems += fault.problems
    if problems:
        raise ReportgenError(*problems)
    return verifier.result()
