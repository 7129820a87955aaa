"""The kinds of pages: one record each, in their order in the brochure."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from reportgen.layout.brochure.book import Book, PageSpec
from reportgen.layout.brochure.pages.back import back_page
from reportgen.layout.brochure.pages.body import body_page
from reportgen.layout.brochure.pages.contents import contents_page
from reportgen.layout.brochure.pages.cover import cover_page
from reportgen.layout.brochure.pages.foreword import foreword_page, foreword_texts
from reportgen.layout.brochure.pages.glance import glance_page
from reportgen.layout.brochure.pages.index import index_chunks, index_page
from reportgen.layout.brochure.pages.interlude import interlude_page
from reportgen.layout.brochure.pages.notes import notes_page
from reportgen.layout.brochure.pages.opener import opener_page
from reportgen.layout.brochure.pages.wall import wall_chunks, wall_page
from reportgen.layout.parts import labels
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.model.report import Report
from reportgen.model.sheet import Sheet
from reportgen.story.callouts import at_a_glance
from reportgen.story.honours import has_wall
from reportgen.story.lead import verdicts

PagesOf = Callable[[Report, Typesetter], Iterable[PageSpec]]


def placed_by_plan(_: Report, __: Typesetter) -> tuple[PageSpec, ...]:
    """None: such pages go with the sections, list the others, or fill the last leaf."""
    return ()


class PageKind(Struct, frozen=True):
    """How a page is drawn, which pages of the kind a report has, and its entry in contents and outline."""

    name: str
    draw: Callable[[PageSpec, Book], Sheet]
    pages: PagesOf = placed_by_plan
    entry: str = ""

    def specs(self, report: Report, ts: Typesetter) -> tuple[PageSpec, ...]:
        """The report's pages of this kind; none where it has nothing to show on them."""
        return self.listed(self.pages(report, ts))

    def listed(self, specs: Iterable[PageSpec]) -> tuple[PageSpec, ...]:
        """The pages, the first with the entry of the kind."""
        first, *rest = (*specs, None)
        return (replace(first, entry=self.entry), *filter(None, rest)) if first else ()


class PageKinds(Struct, frozen=True):
    """Kinds before the sections, kinds the plan itself places, and kinds behind the sections."""

    front: tuple[PageKind, ...]
    placed: tuple[PageKind, ...]
    back: tuple[PageKind, ...]

    def named(self, name: str) -> PageKind:
        return next(kind for kind in (*self.front, *self.placed, *self.back) if kind.name == name)


def _cover(_: Report, __: Typesetter) -> Iterable[PageSpec]:
    yield PageSpec("cover", "cover")


def _glance(report: Report, _: Typesetter) -> Iterable[PageSpec]:
    if at_a_glance(report):
        yield PageSpec("glance", "glance")


def _foreword(report: Report, ts: Typesetter) -> Iterable[PageSpec]:
    pages = max(1, len(foreword_texts(report, ts)))
    return (PageSpec(f"foreword-{i + 1}", "foreword", chunk=i) for i in range(pages))


def _wall(report: Report, ts: Typesetter) -> Iterable[PageSpec]:
    if not has_wall(report, told=verdicts(report)):
        return ()
    chunks = enumerate(wall_chunks(report, ts))
    return (PageSpec(f"wall-{i + 1}", "wall", chunk=i, honours=honours) for i, honours in chunks)


def _index(report: Report, ts: Typesetter) -> Iterable[PageSpec]:
    listed = enumerate(index_chunks(report, ts))
    return (PageSpec(f"index-{i + 1}", "index", chunk=i, figures=figures) for i, figures in listed)


def _back(_: Report, __: Typesetter) -> Iterable[PageSpec]:
    yield PageSpec("back", "back")


PAGES = PageKinds(
    front=(
        PageKind("cover", cover_page, _cover),
        PageKind("glance", glance_page, _glance, labels.GLANCE),
        PageKind("foreword", foreword_page, _foreword, labels.FOREWORD),
    ),
    placed=(
        PageKind("contents", contents_page, entry=labels.CONTENTS),
        PageKind("opener", opener_page),
        PageKind("body", body_page),
        PageKind("interlude", interlude_page),
        PageKind("notes", notes_page),
    ),
    back=(
        PageKind("wall", wall_page, _wall, labels.HONOURS),
        PageKind("index", index_page, _index, labels.INDEX),
        PageKind("back", back_page, _back),
    ),
)
