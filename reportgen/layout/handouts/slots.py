"""A slot of the notes handout: a slide with its words beside it, or the rest of those words."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from reportgen.layout.handouts.paper import WIDTH
from reportgen.layout.parts.drawing import HAIRLINE, STAT_RULE, outline, rule
from reportgen.layout.parts.frame import Frame
from reportgen.layout.parts.numeral import NUMERAL_ASCENT
from reportgen.layout.parts.rows import NEARLY, column_row, cut_text
from reportgen.layout.parts.tagging import HEADING, sect, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.sheet import Item, Role, Sheet, SheetItem, charts_of
from reportgen.story.titles import CONTINUED

SLIDE = (mm(92), mm(51.75))
TEXT_X, TEXT_WIDTH = mm(98), mm(82)  # from the slot's left edge
MEASURE = 27 * 8.5  # points: this many characters of the notes
HEIGHT = mm(82.5)
NUMBER_Y, NUMBER_WIDTH, NUMBER_SIZE = mm(54), mm(40), 13
TITLE_Y, BODY_Y, BODY_GAP = mm(2), mm(9), mm(1.4)
TITLE_SIZES = (11.5, 10.5, 9.5)
TITLE_LINES = 2
TEXT_BOTTOM = mm(77)
FIRST_LINE, LINE_PITCH, LINES = mm(60.5), mm(7.5), 3
LAST_LINE = FIRST_LINE + (LINES - 1) * LINE_PITCH
CLEAR = mm(5)  # between text and the writing line below it


class Talk(Struct, frozen=True):
    """One slide of the deck, its number, and the speaker's words set to the measure (None: nothing)."""

    number: int
    slide: Sheet
    text: Frame | None


def slots(talk: Talk, ts: Typesetter) -> Iterator[Frame]:
    """The slide's slot, then as many more as its text needs; nothing is left out."""
    title = _title(talk.slide.title, TEXT_WIDTH, ts)
    room = TEXT_BOTTOM - _body_top(title)
    parts = cut_text(talk.text, room) if talk.text and talk.text.height > room else None
    first, rest = parts or (talk.text, None)
    place = sect(f"slide-{talk.number}")
    yield tagged(_slide_slot(talk, title, first, ts), place)
    title = _title(talk.slide.title + CONTINUED, WIDTH, ts, "running")
    row = column_row(rest, 0.0, 2, MEASURE, TEXT_X) if rest else None
    while row is not None:
        halves = row.cut(TEXT_BOTTOM - _body_top(title)) if row.cut else None
        shown, row = halves or (row, None)
        yield tagged(_continuation(title, shown.frame, ts), place)


def blank_slot(ts: Typesetter) -> Frame:
    """Lines to write on, where the last page has room for one more slot."""
    return Frame(WIDTH, HEIGHT, _writing_lines(0.0, WIDTH, LINE_PITCH, LAST_LINE, ts))


def _slide_slot(talk: Talk, title: Frame, text: Frame | None, ts: Typesetter) -> Frame:
    top = _body_top(title)
    bottom = top + text.height if text else top
    items: list[Item] = [*_slide(talk, ts), *tagged(_number(talk.number, ts), HEADING).at(0, NUMBER_Y)]
    items += _headed(title, TEXT_X, TEXT_WIDTH, ts)
    if text is not None:
        items += text.at(TEXT_X, top)
    else:
        items += _writing_lines(TEXT_X, TEXT_WIDTH, top + CLEAR, FIRST_LINE - LINE_PITCH, ts)
    for i in range(LINES):
        y = FIRST_LINE + i * LINE_PITCH
        wide = y - bottom >= CLEAR
        items.append(rule(0, y, WIDTH if wide else SLIDE[0], ts.theme.colour("ink-text"), HAIRLINE))
    return Frame(WIDTH, HEIGHT, tuple(items))


def _continuation(title: Frame, text: Frame, ts: Typesetter) -> Frame:
    """The words in two columns over the slot's width, writing lines below them."""
    top = _body_top(title)
    lines = _writing_lines(0.0, WIDTH, top + text.height + CLEAR, LAST_LINE, ts)
    return Frame(WIDTH, HEIGHT, (*_headed(title, 0.0, WIDTH, ts), *text.at(0, top), *lines))


def _slide(talk: Talk, ts: Typesetter) -> tuple[Item, ...]:
    """The slide itself, with a hairline border outside it."""
    box = Rect(0, 0, *SLIDE)
    edge = outline(box.inset(-HAIRLINE, -HAIRLINE), ts.theme.colour("grey-400"), HAIRLINE)
    alt = "。".join(
        (f"幻灯片{talk.number}：{talk.slide.title}", *(c.alt for c in charts_of(talk.slide.items)))
    )
    return SheetItem(box, talk.slide, alt, name=f"幻灯片 {talk.number}"), edge


def _number(number: int, ts: Typesetter) -> Frame:
    runs = ts.paragraph(str(number), "handout-number").runs
    return ts.line(runs, NUMBER_WIDTH, NUMBER_SIZE, NUMBER_SIZE * NUMERAL_ASCENT, "numeral")


def _headed(title: Frame, x: float, width: float, ts: Typesetter) -> tuple[Item, ...]:
    return (rule(x, 0, width, ts.theme.colour("ink-text"), STAT_RULE), *title.at(x, TITLE_Y))


def _title(words: str, width: float, ts: Typesetter, role: Role = "heading") -> Frame:
    """The slide's title in two lines at the most, where a step of its size allows."""
    for size in TITLE_SIZES:
        paragraph = ts.paragraph(words, "handout-title", size=size)
        frame = ts.text(paragraph, width, role)
        if len(ts.lay((paragraph,), width).lines) <= TITLE_LINES:
            break
    return frame


def _body_top(title: Frame) -> float:
    return max(BODY_Y, TITLE_Y + title.height + BODY_GAP)


def _writing_lines(x: float, width: float, top: float, last: float, ts: Typesetter) -> tuple[Item, ...]:
    """Lines from ``last`` upwards, none above ``top``."""
    count = int((last - top) / LINE_PITCH + NEARLY) + 1 if last >= top else 0
    ink = ts.theme.colour("ink-text")
    return tuple(rule(x, last - k * LINE_PITCH, width, ink, HAIRLINE) for k in reversed(range(count)))
