"""The honours wall: national titles on the left, provincial ones on the right, on the ink ground."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.layout.parts.frame import Frame
from reportgen.layout.slides import canvas
from reportgen.layout.slides.draft import Draft
from reportgen.layout.slides.furniture import title_items
from reportgen.layout.slides.lists import HONOUR_SIZES, table_item
from reportgen.layout.slides.pen import WIDER, Pen
from reportgen.lengths import inch
from reportgen.model.report import Honour, Report
from reportgen.model.sheet import Item, Stroke, TableCell
from reportgen.model.text import StyledParagraph
from reportgen.story.honours import (
    RANK_TITLES,
    STATED_RANKS,
    by_rank,
    has_wall,
    honour_phrase,
    in_full,
    loose_honours,
    wall_note,
)
from reportgen.story.titles import HONOURS

MOST_ROWS = 7
ROW = inch(0.66)
LEVEL_GAP, NOTE_GAP, TITLE_SHARE = 22.0, 12.0, 0.93  # beside level and note; of its column a title fills
HEAD_Y, TABLE_Y, BOTTOM = inch(1.5), inch(2.08), inch(6.8)
COLUMNS = ((inch(0.75), inch(5.9)), (inch(7.15), inch(5.43)))
LOOSE_PITCH, LOOSE_TOP = 30.0, 10.0

HonourColumn = tuple[str, tuple[Honour, ...]]


def honour_slides(report: Report, pen: Pen) -> tuple[Draft, ...]:
    """As many slides as the titles need, two columns each; none where there are few."""
    if not has_wall(report, STATED_RANKS):
        return ()
    columns: list[HonourColumn] = []
    ranked = by_rank(report)
    for rank in STATED_RANKS:
        head, group = RANK_TITLES[rank], ranked.get(rank, ())
        while group:
            count = _fitting(head, group, COLUMNS[len(columns) % 2][1], pen)
            columns.append((head, group[:count]))
            group = group[count:]
    slides = [columns[i : i + 2] for i in range(0, len(columns), 2)]
    last = len(slides) - 1
    return tuple(
        _slide(pair, loose_honours(report) if i == last else (), pen) for i, pair in enumerate(slides)
    )


def _fitting(head: str, group: tuple[Honour, ...], width: float, pen: Pen) -> int:
    """How many of the titles a column holds: some take two lines."""
    count = min(MOST_ROWS, len(group))
    while count > 1 and _table(head, group[:count], width, pen).height > BOTTOM - TABLE_Y:
        count -= 1
    return count


def _slide(columns: Sequence[HonourColumn], loose: Sequence[Honour], pen: Pen) -> Draft:
    white = pen.ink("white")
    items: list[Item] = list(title_items(HONOURS, pen, white, plain=True)[0])
    lamp = pen.ink("a1-500")
    end = TABLE_Y
    for (x, width), (head, group) in zip(COLUMNS, columns, strict=False):
        items += pen.text(pen.paragraph(head, "takeaway", lamp), width, "heading").at(x, HEAD_Y)
        table = _table(head, group, width, pen)
        items += table.at(x, TABLE_Y)
        end = TABLE_Y + table.height
    x, width = COLUMNS[min(len(columns), 2) - 1]
    rows = int((BOTTOM - end - LOOSE_TOP) // LOOSE_PITCH)
    short = [p for p in map(honour_phrase, loose) if pen.lines(p, "label", width) == 1][: max(0, rows)]
    words = [replace(pen.paragraph(p, "label", pen.ink("grey-200")), leading=LOOSE_PITCH) for p in short]
    items += pen.text(words, width, "label").at(x, end + LOOSE_TOP) if words else ()
    return Draft(
        "honours", "荣誉", HONOURS, tuple(items), pen, (), (), pen.ink("ink-900"),
        footer=pen.ink("grey-400"), number=white,
    )  # fmt: skip


def _table(head: str, group: Sequence[Honour], width: float, pen: Pen) -> Frame:
    """Level, title and holder or status of each honour."""
    lamp, white, soft = pen.ink("a1-500"), pen.ink("white"), pen.ink("grey-200")
    notes = [wall_note(honour) for honour in group]
    level_width = max(pen.width(h.level or "　", "label") for h in group) + LEVEL_GAP
    note_width = max((pen.width(note, "label") * WIDER for note in notes if note), default=0.0)
    note_width = note_width + NOTE_GAP if note_width else 0.0
    columns = (level_width, width - level_width - note_width, *((note_width,) if note_width else ()))
    rows = []
    for honour, note in zip(group, notes, strict=True):
        size = pen.fitting(honour.title, "honour", columns[1] * TITLE_SHARE, HONOUR_SIZES)
        cells = [
            _cell(pen.paragraph(honour.level, "label", lamp), columns[0], pen),
            _cell(pen.paragraph(honour.title, "honour", white, size=size, balance=True), columns[1], pen),
        ]
        if note_width:
            cells.append(_cell(pen.paragraph(note, "label", soft, "right"), note_width, pen))
        rows.append(tuple(cells))
    line = Stroke(pen.ink("grey-600"), canvas.RULE)
    alt = f"{head}：" + "；".join(map(in_full, group))
    return table_item(columns, rows, ROW, (line, line), alt, head)


def _cell(paragraph: StyledParagraph, width: float, pen: Pen) -> TableCell:
    paragraph = replace(paragraph, hang_quotes=False)
    return TableCell((paragraph,), pen.lay((paragraph,), width).lines)
