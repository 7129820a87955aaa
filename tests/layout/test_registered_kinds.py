"""A kind of page or slide is registered in one place: order, numbers, contents and outline follow."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace
from samples import fonts, report_of, texts_of

from reportgen.layout.brochure.book import Book, PageSpec, sheet
from reportgen.layout.brochure.page_kinds import PAGES, PageKind
from reportgen.layout.brochure.plan import plan_brochure
from reportgen.layout.parts.tagging import sect, tagged_items
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.layout.slides.draft import Draft
from reportgen.layout.slides.furniture import title_items
from reportgen.layout.slides.pen import Pen
from reportgen.layout.slides.plan import KINDS, plan_deck
from reportgen.model.report import Report
from reportgen.model.sheet import Link, Sheet, TextBox
from reportgen.story.titles import CLOSING_SECTION
from reportgen.themes import load_theme

ENTRY = "大事记"


def _calendar_pages(_: Report, __: Typesetter) -> Iterable[PageSpec]:
    return (PageSpec(f"calendar-{i + 1}", "calendar", chunk=i) for i in range(2))


def _calendar_page(spec: PageSpec, book: Book) -> Sheet:
    words = book.ts.text(book.ts.paragraph(ENTRY, "h1-large"), 200, "title").at(100, 100)
    return sheet(spec, book, tagged_items(words, sect(spec.name)), ENTRY)


CALENDAR = PageKind("calendar", _calendar_page, _calendar_pages, ENTRY)


def test_a_registered_page_has_its_place_its_contents_line_and_its_bookmark() -> None:
    wider = replace(PAGES, back=(CALENDAR, *PAGES.back))
    brochure = plan_brochure(report_of("yuci"), load_theme(), fonts(), wider)
    names = [page.name for page in brochure.sheets]
    assert len(names) % 4 == 0
    at = names.index("calendar-1")
    assert names[at + 1] == "calendar-2"
    assert at < names.index("index-1")
    assert at > max(i for i, name in enumerate(names) if name.startswith("body"))
    assert [mark.sheet for mark in brochure.outline if mark.title == ENTRY] == ["calendar-1"]
    contents = next(page for page in brochure.sheets if page.name == "contents-1")
    links = [item for item in contents.items if isinstance(item, Link) and item.target == "calendar-1"]
    assert [link.alt for link in links] == [f"{ENTRY}，第{at + 1}页"]
    boxes = [item for item in contents.items if isinstance(item, TextBox)]
    assert texts_of(boxes, "contents").count(ENTRY) == 1


def test_a_page_before_the_sections_is_listed_before_them() -> None:
    wider = replace(PAGES, front=(*PAGES.front, CALENDAR))
    brochure = plan_brochure(report_of("yuci"), load_theme(), fonts(), wider)
    titles = [mark.title for mark in brochure.outline]
    assert titles.index("导语") + 1 == titles.index(ENTRY) < titles.index("数据索引")
    names = [page.name for page in brochure.sheets]
    assert names.index("calendar-1") < names.index("opener-1")


def test_no_kind_is_registered_twice() -> None:
    kinds = [kind.name for kind in (*PAGES.front, *PAGES.placed, *PAGES.back)]
    assert len(set(kinds)) == len(kinds) == 11


def _thanks(_: Report, pen: Pen) -> tuple[Draft, ...]:
    head, _top = title_items("谢谢各位", pen)
    return (Draft("text", "文字", "谢谢各位", head, pen),)


def test_a_registered_slide_has_its_place_its_section_and_its_number() -> None:
    wider = replace(KINDS, closing={"thanks": _thanks, **KINDS.closing})
    plain = plan_deck(report_of("yuci"), load_theme(), fonts())
    deck = plan_deck(report_of("yuci"), load_theme(), fonts(), kinds=wider)
    assert len(deck.sheets) == len(plain.sheets) + 1
    (slide,) = [sheet for sheet in deck.sheets if sheet.title == "谢谢各位"]
    closing = next(section for section in deck.sections if section.name == CLOSING_SECTION)
    assert closing.sheets[0] == slide.name
    assert slide.folio == slide.name.removeprefix("slide-")
    assert slide.layout in {layout.key for layout in deck.layouts}


def test_slides_before_the_sections_stand_in_the_opening() -> None:
    wider = replace(KINDS, opening={**KINDS.opening, "thanks": _thanks})
    deck = plan_deck(report_of("tiny"), load_theme(), fonts(), kinds=wider)
    (slide,) = [sheet for sheet in deck.sheets if sheet.title == "谢谢各位"]
    assert deck.sections[0].sheets[-1] == slide.name
