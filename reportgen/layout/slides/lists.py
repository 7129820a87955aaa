"""Lists on slides: honours, ledgers, plates, data tables, points, quotes, groups of items, pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from reportgen.layout.parts.drawing import rectangle
from reportgen.layout.parts.frame import EMPTY, Frame, beside, padded, stack
from reportgen.layout.slides.canvas import GAP, RULE, STRONG_RULE
from reportgen.layout.slides.merging import merged
from reportgen.layout.slides.numbers import heading
from reportgen.layout.slides.pen import WIDER, Pen, panel, rule
from reportgen.lengths import Rect, inch
from reportgen.model.report import (
    DataTable,
    Honour,
    Ledger,
    PanelGroup,
    Panels,
    Picture,
    Plates,
    Quote,
    Table,
)
from reportgen.model.sheet import PictureItem, Shape, Stroke, TableCell, TableItem
from reportgen.model.text import StyledParagraph
from reportgen.story.honours import SEALS, beside_honour, in_full
from reportgen.story.pieces import Honours, Keys

SEAL, SEAL_GAP = inch(0.52), inch(0.24)
HONOUR_ROW, LEDGER_ROW, PLATE_ROW = inch(0.88), inch(0.787), inch(0.76)
CELL_PAD, CLOSE_PAD, CLOSE_LEDGER_ROW = 12.0, 6.0, 39.0
NOTED = 300.0  # narrower lists leave out the holder and the verb
NOTE_GAP, NOTE_TOP = 14.0, 6.0  # beside a note and above one under its list
NOTE_SPARE, NOTE_SHARE = 1.06, 0.4  # its width in that of its words; most of it, of the list's
COLUMNS_WITHOUT_NOTE = 3  # seal, gap and title
HONOUR_SIZES, PLATE_SIZES, QUOTE_SIZES = (22, 20, 18), (30, 26, 22), (27, 25, 23, 21, 20)
HEAD_GAP = 8.0  # from the title to the rows
POINT_PAD = 10.0  # above and below a point between hairlines
VERB_GAP, VERB_SHARE = 20.0, 0.45  # most width of the verbs, of the list's
CLOSE_ROWS, CLOSE_ROW = 4, 51.0  # from this many honours on, their rows close up
LARGE_VERBS = 3  # up to this many short verbs are set large
QUOTE_INSET = 16.0
CREDIT_GAP = 4.0
DATA_HEAD, DATA_WORDS, DATA_SIZE = "small-head", "body", 18.0  # steps of a table's cells, points of both
DATA_GAP, DATA_ROW = 8.0, 40.0  # between its columns; its lowest row
FIRST_WIDER = 0.6  # the first column is this much wider than the others
MARKER, MARKER_Y = (11.5, 30.0), 4.0  # the square before an item
ITEM_SIZES = (22, 20, 18)
GROUP_PAD, ITEMS_TOP = 10.0, 12.0  # above a group's head and its items
ITEM_ROW, ITEM_GAP, ITEM_INDENT = 49.0, 14.0, 25.0


def _stroke(pen: Pen, strong: bool = False) -> Stroke:
    return Stroke(pen.role.text, STRONG_RULE) if strong else Stroke(pen.ink("grey-400"), RULE)


def _cell(paragraph: StyledParagraph, width: float, pen: Pen, *, header: bool = False) -> TableCell:
    """A cell of one paragraph; cells have no margin for marks to hang into."""
    paragraph = replace(paragraph, hang_quotes=False)
    return TableCell((paragraph,), pen.lay((paragraph,), width).lines, header)


def _height(cell: TableCell) -> float:
    return max((line.top + line.height for line in cell.lines), default=0.0)


def _table(
    columns: Sequence[float],
    rows: Sequence[tuple[TableCell, ...]],
    least: float,
    rules: tuple[Stroke, Stroke],
    alt: str,
    name: str,
    header_rows: int = 0,
    pad: float = CELL_PAD,
) -> TableItem:
    """A table whose rows grow with their text; ``rules``: above the first row, between rows."""
    heights = tuple(max(least, max(_height(cell) for cell in row) + pad) for row in rows)
    return TableItem(
        Rect(0, 0, sum(columns), sum(heights)),
        tuple(columns),
        tuple(rows),
        heights,
        rules[1],
        rules[0],
        alt,
        header_rows,
        name,
        "table",
    )


def table_item(
    columns: Sequence[float],
    rows: Sequence[tuple[TableCell, ...]],
    least: float,
    rules: tuple[Stroke, Stroke],
    alt: str,
    name: str,
) -> Frame:
    """A table without a header row, as a frame."""
    item = _table(columns, rows, least, rules, alt, name)
    return Frame(sum(columns), item.rect.height, (item,))


def honours(part: Honours, width: float, pen: Pen, *, close: bool = False) -> Frame:
    """A seal for the level, the title, and who holds it or how; ``close``: in low rows."""
    notes = [next(iter(beside_honour(honour)), "") for honour in part.honours]
    note_width = _widest(notes, "note", pen)
    fits = width >= NOTED and note_width < width * NOTE_SHARE
    note_width = note_width * NOTE_SPARE + NOTE_GAP if note_width and fits else 0.0
    title_width = width - SEAL - SEAL_GAP - note_width
    columns = (SEAL, SEAL_GAP, title_width, *((note_width,) if note_width else ()))
    rows = [_honour_row(h, note, columns, pen) for h, note in zip(part.honours, notes, strict=True)]
    alt = "；".join(map(in_full, part.honours))
    least = HONOUR_ROW if len(rows) < CLOSE_ROWS and not close else CLOSE_ROW
    table = _table(columns, rows, least, (_stroke(pen), _stroke(pen)), alt, "荣誉")
    seals: list[Shape] = []
    y = 0.0
    for honour, height in zip(part.honours, table.row_heights, strict=True):
        seals.append(_seal(honour, y + (height - SEAL) / 2, pen))
        y += height
    return Frame(width, table.rect.height, (*seals, table))


def _honour_row(honour: Honour, note: str, columns: Sequence[float], pen: Pen) -> tuple[TableCell, ...]:
    ink = pen.ink("white") if honour.rank == "national" else pen.role.text
    seal = pen.paragraph(f"{SEALS[honour.rank]}", "seal", ink, "center")
    size = pen.fitting(honour.text, "honour", columns[2], HONOUR_SIZES)
    title = pen.paragraph(honour.text, "honour", size=size, balance=True)
    cells = [
        _cell(seal, SEAL, pen),
        TableCell((pen.paragraph("", "label"),), ()),
        _cell(title, columns[2], pen),
    ]
    if len(columns) > COLUMNS_WITHOUT_NOTE:
        cells.append(_cell(pen.paragraph(note, "note", pen.ink("grey-600"), "right"), columns[3], pen))
    return tuple(cells)


def _seal(honour: Honour, y: float, pen: Pen) -> Shape:
    """Solid for the nation, outlined else; the table's first column is as wide and centred on it."""
    box = Rect(0.0, y, SEAL, SEAL)
    if honour.rank == "national":
        return Shape(rectangle(box), fill=pen.role.text, name="")
    return Shape(
        rectangle(box.inset(STRONG_RULE / 2, STRONG_RULE / 2)), stroke=_stroke(pen, strong=True), name=""
    )


def _widest(texts: Sequence[str], step: str, pen: Pen, size: float | None = None) -> float:
    """Width of the widest text on one line."""
    return max((pen.width(text, step, size) for text in texts if text), default=0.0)


def ledger(part: Ledger, width: float, pen: Pen, *, close: bool = False) -> Frame:
    """Verbs in the accent, what they apply to beside them, the note.

    ``close``: rows as low as possible.
    """
    head = heading(part.title, width, pen)
    verbs = [row.verb for row in part.rows]
    large = not close and len(verbs) <= LARGE_VERBS and max(len(verb) for verb in verbs) <= 2
    step = "verb-large" if large else "verb"
    column = min(_widest(verbs, step, pen) * WIDER + VERB_GAP, width * VERB_SHARE)
    rows = []
    for row in part.rows:
        verb = _cell(pen.paragraph(row.verb, step, pen.role.text), column, pen)
        words = pen.paragraph(row.object, "body", balance=True)
        rows.append((verb, _cell(words, width - column, pen)))
    alt = "；".join(f"{row.verb} {row.object}" for row in part.rows)
    rules = (_stroke(pen, not close), _stroke(pen))
    least, pad = (CLOSE_LEDGER_ROW, CLOSE_PAD) if close else (LEDGER_ROW, CELL_PAD)
    table = _table((column, width - column), rows, least, rules, alt, part.title or "事项", pad=pad)
    rows_frame = padded(Frame(width, table.rect.height, (table,)), top=HEAD_GAP if head.items else 0)
    return _with_note(head, rows_frame, part, width, pen)


def _with_note(head: Frame, rows: Frame, part: Ledger, width: float, pen: Pen) -> Frame:
    """The note at the right of the title where both take one line, else under the rows."""
    if not part.note:
        return stack((head, rows))
    used = pen.width(part.title, "head") + NOTE_GAP
    words = pen.paragraph(part.note, "note", pen.ink("grey-600"), balance=True)
    if head.items and pen.lines(part.note, "note", width - used) == 1:
        words = replace(words, align="right", leading=head.height)
        head = heading(part.title, used - NOTE_GAP / 2, pen)
        return stack((beside((0.0, head), (used, pen.text(words, width - used, "label"))), rows))
    return stack((head, rows, padded(pen.text(words, width, "label"), top=NOTE_TOP)))


def plates(part: Plates, width: float, pen: Pen) -> Frame:
    """Coined names in Kai, what they are in grey."""
    note_width = _widest([plate.note for plate in part.plates], "note", pen) * NOTE_SPARE + NOTE_GAP
    rows = []
    for plate in part.plates:
        room = width - note_width
        size = pen.fitting(plate.name, "plate", room, PLATE_SIZES)
        name = pen.paragraph(plate.name, "plate", pen.role.text, size=size)
        note = pen.paragraph(plate.note, "note", pen.ink("grey-600"), "right")
        rows.append((_cell(name, room, pen), _cell(note, note_width, pen)))
    alt = "；".join(f"{plate.name} {plate.note}" for plate in part.plates)
    none = Stroke(pen.ink("grey-400"), 0.0)
    table = _table((width - note_width, note_width), rows, PLATE_ROW, (none, none), alt, "名片")
    return Frame(width, table.rect.height, (table,))


def keys(part: Keys, width: float, pen: Pen, step: str = "body", *, under_rule: bool = False) -> Frame:
    """Points of the text, a hairline over each; ``under_rule``: what is above ends in a rule."""
    frames: list[Frame] = []
    for text in part.texts:
        words = pen.text(pen.paragraph(text, step, balance=True), width)
        line = Frame(width, RULE, (rule(0, 0, width, pen.role.mid),))
        if under_rule and not frames:
            frames.append(padded(words, bottom=POINT_PAD))
        else:
            frames.append(stack((line, padded(words, top=POINT_PAD, bottom=POINT_PAD))))
    return merged(stack(frames))


def quote(part: Quote, width: float, pen: Pen) -> Frame:
    """Coined phrases in Kai on the section's wash."""
    words = quote_words(part, width - 2 * QUOTE_INSET, pen)
    field = panel(Rect(0, 0, width, words.height + 2 * QUOTE_INSET), pen.role.wash)
    return Frame(width, words.height + 2 * QUOTE_INSET, (field, *words.at(QUOTE_INSET, QUOTE_INSET)))


def quote_words(part: Quote, width: float, pen: Pen, sizes: Sequence[float] = QUOTE_SIZES) -> Frame:
    """The phrases a line each, at one size."""
    size = min(pen.fitting(line, "quote", width, sizes) for line in part.lines)
    ink = pen.ts.theme.colours.get(f"{pen.role.text.token.split('-')[0]}-700", pen.role.text)
    lines = [pen.paragraph(line, "quote", ink, size=size, balance=True) for line in part.lines]
    return pen.text(lines, width, "quote")


def items(part: Panels, width: float, pen: Pen) -> Frame:
    """The title, then the groups one under the other: a head, items in two columns behind square markers."""
    return stack(
        (heading(part.title, width, pen), *(_group(group, width, pen) for group in part.groups)), GAP
    )


def _group(group: PanelGroup, width: float, pen: Pen) -> Frame:
    head = heading(group.head, width, pen, "small-head")
    column, rows = (width - ITEM_GAP) / 2, -(-len(group.items) // 2)
    room = column - ITEM_INDENT
    size = min(pen.fitting(item, "body", room, ITEM_SIZES) for item in group.items)
    columns = (_items(group.items[i : i + rows], room, size, pen) for i in (0, rows))
    body = beside(*((i * (column + ITEM_GAP), frame) for i, frame in enumerate(columns)))
    line = Frame(width, RULE, (rule(0, 0, width, pen.ink("grey-400")),))
    return stack((line, padded(head, top=GROUP_PAD), padded(body, top=ITEMS_TOP)))


def _items(texts: Sequence[str], room: float, size: float, pen: Pen) -> Frame:
    """Items one under the other, each behind its marker."""
    rows = []
    for text in texts:
        words = pen.text(pen.paragraph(text, "body", size=size, balance=True), room)
        marker = panel(Rect(0, MARKER_Y, *MARKER), pen.role.accent)
        rows.append(Frame(room, ITEM_ROW, (marker, *words.at(ITEM_INDENT, 2))))
    return merged(stack(rows))


def data_table(part: Table, width: float, pen: Pen) -> Frame:
    """A table of the report: header in the accent, numbers to the right."""
    table = part.table
    unit = f"（{table.unit}）" if table.unit and f"（{table.unit}）" not in part.title else ""
    head = heading(part.title + unit, width, pen)
    columns = _data_columns(table, width, pen)
    rows = [_data_row(table.header, columns, pen, header=True)]
    rows += [_data_row(row, columns, pen) for row in table.rows]
    alt = f"{part.title}：{'、'.join(table.header)}"
    rules = (_stroke(pen, strong=True), _stroke(pen))
    item = _table(columns, rows, DATA_ROW, rules, alt, part.title or "数据表", header_rows=1)
    return stack((head, padded(Frame(width, item.rect.height, (item,)), top=HEAD_GAP)))


def _data_columns(table: DataTable, width: float, pen: Pen) -> tuple[float, ...]:
    """Equal columns after a wider first one; sized by content where one of them would break its words."""
    share = width / (len(table.header) + FIRST_WIDER)
    usual = (share * (1 + FIRST_WIDER), *(share for _ in table.header[1:]))
    needs = [
        WIDER * max(pen.width(text, step, DATA_SIZE) for text, step in _data_texts(table, i)) + 2 * DATA_GAP
        for i in range(len(usual))
    ]
    spare = width - sum(needs)
    if spare < 0 or all(need <= column for need, column in zip(needs, usual, strict=True)):
        return usual
    return tuple(need + spare / len(needs) for need in needs)


def _data_texts(table: DataTable, column: int) -> Iterator[tuple[str, str]]:
    """What a column holds, and the steps it is set in."""
    yield table.header[column], DATA_HEAD
    yield from ((row[column], DATA_WORDS) for row in table.rows if column < len(row))


def _data_row(
    row: Sequence[str], columns: Sequence[float], pen: Pen, *, header: bool = False
) -> tuple[TableCell, ...]:
    cells = []
    for i, (text, width) in enumerate(zip(row, columns, strict=False)):
        step, ink = (DATA_HEAD, pen.role.text) if header else (DATA_WORDS, None)
        words = pen.paragraph(text, step, ink, "left" if i == 0 else "right", size=DATA_SIZE)
        cells.append(_cell(words, width - DATA_GAP, pen, header=header))
    return tuple(cells)


def picture(part: Picture, width: float, pen: Pen, folder: str, room: float) -> Frame:
    """The picture at its own proportions, as large as the room above its credit allows."""
    credit = EMPTY
    if part.credit:
        words = pen.text(pen.paragraph(part.credit, "small", pen.ink("grey-600")), width, "caption")
        credit = padded(words, top=CREDIT_GAP)
    scale = min(width / part.width, (room - credit.height) / part.height)
    box = Rect(0, 0, part.width * scale, part.height * scale)
    path = str(Path(folder) / part.path) if folder else part.path
    item = PictureItem(box, path, part.alt, placeholder="picture", place=part.place)
    return stack((Frame(box.width, box.height, (item,)), credit))


LISTS: Mapping[type, Callable[[Any, float, Pen], Frame]] = MappingProxyType(
    {
        Honours: honours,
        Ledger: ledger,
        Plates: plates,
        Keys: keys,
        Quote: quote,
        Panels: items,
        Table: data_table,
    }
)
