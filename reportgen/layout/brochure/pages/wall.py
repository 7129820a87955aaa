"""The honours wall: every title of the text by level, with its status kept verbatim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.layout.brochure import grid
from reportgen.layout.brochure.book import Book, PageSpec, sheet
from reportgen.layout.brochure.components.honour import HONOURS
from reportgen.layout.brochure.furniture import folio, signature_rule
from reportgen.layout.parts import labels
from reportgen.layout.parts.drawing import SECTION_RULE, rule
from reportgen.layout.parts.frame import Frame, beside, padded, stack
from reportgen.layout.parts.ornaments import rings
from reportgen.layout.parts.tagging import LABEL, LABELLED, entry, sect, tagged, tagged_items
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import mm
from reportgen.model.report import Honour, HonourRank, Report
from reportgen.model.sheet import Item, Sheet
from reportgen.story.honours import RANK_TITLES, RANKS, beside_honour, by_rank

STEPS = {"national": "wall-national", "provincial": "wall-provincial", "other": "wall-other"}
PITCH = {"national": mm(12.6), "provincial": mm(10.6), "other": mm(8.6)}
LEVEL_COLUMN, NOTE_COLUMN, OTHER_NOTE_COLUMN, COLUMN_GAP = mm(20), mm(34), mm(52), mm(2)
TITLE_AIR, NOTE_AIR = mm(4), mm(3)  # least height a row has beside its title, beside its note
WIDTH = grid.LABEL_CONTENT_WIDTH
GROUP_GAP = mm(9)
TITLE_Y, TITLE_SIZE, TITLE_LEADING = mm(24), 34.0, 45.0  # pt
TOP = mm(26)
ROOM = grid.LIVE_BOTTOM - TOP
RINGS_Y, RINGS_RADIUS, RINGS = mm(212), mm(49), 10
RINGS_INSET, RINGS_AIR = mm(12), mm(8)  # of their centre from the trim; between the list and them
UNDER_GROUP = mm(2.2)
GROUP_TITLE = UNDER_GROUP + 18  # title line and the space below it


def wall_chunks(report: Report, ts: Typesetter) -> tuple[tuple[Honour, ...], ...]:
    """Honours page by page, evenly, no page taller than the live area."""
    honours = tuple(honour for group in by_rank(report).values() for honour in group)
    heights = {honour.id: _row(honour, ts).height for honour in honours}
    pages = 1
    while True:
        chunks = _spread(honours, heights, pages)
        if all(_height(chunk, heights) <= ROOM or len(chunk) == 1 for chunk in chunks):
            return chunks
        pages += 1


def _height(honours: Sequence[Honour], heights: Mapping[str, float]) -> float:
    """Rows with the titles of their groups and the gaps between groups."""
    groups = len({honour.rank for honour in honours})
    return sum(heights[honour.id] for honour in honours) + groups * GROUP_TITLE + (groups - 1) * GROUP_GAP


def _spread(
    honours: Sequence[Honour], heights: Mapping[str, float], pages: int
) -> tuple[tuple[Honour, ...], ...]:
    """Honours over this many pages, each taking its share of the total height."""
    share, passed = sum(heights.values()) / pages, 0.0
    chunks: dict[int, list[Honour]] = {}
    for honour in honours:
        height = heights[honour.id]
        chunks.setdefault(min(pages - 1, int((passed + height / 2) / share)), []).append(honour)
        passed += height
    return tuple(tuple(chunk) for chunk in chunks.values())


def wall_page(spec: PageSpec, book: Book) -> Sheet:
    """White on ink: the title in the label column, the groups beside it."""
    ts, number = book.ts, book.folio(spec.name)
    x, white = grid.left_margin(number), book.theme.colour("white")
    groups = _groups(spec.honours, ts)
    items: list[Item] = [*_rings(book, x, TOP + groups.height)]
    items += signature_rule(x, grid.RULE_Y, grid.TYPE_AREA, book.report, ts)
    title = ts.paragraph(
        "\n".join(labels.HONOURS_LINES), "h1-large", white, size=TITLE_SIZE, leading=TITLE_LEADING
    )
    items += ts.text(title, grid.LABEL_WIDTH, "running" if spec.chunk else "title").at(x, TITLE_Y)
    items += tagged(groups, sect(spec.name)).at(x + grid.LABEL_CONTENT, TOP)
    items += folio(book, number, white)
    placed = tagged_items(items, sect("wall"))
    return sheet(spec, book, placed, labels.HONOURS, book.theme.colour("ink-900"))


def _groups(honours: Sequence[Honour], ts: Typesetter) -> Frame:
    """Groups in order of rank."""
    frames = []
    for rank in RANKS:
        mine = [h for h in honours if h.rank == rank]
        if mine:
            frames.append(tagged(_group(rank, mine, ts), sect(rank)))
    return stack(frames, GROUP_GAP)


def _group(rank: HonourRank, honours: Sequence[Honour], ts: Typesetter) -> Frame:
    amber, line = ts.theme.colour("a1-500"), ts.theme.colour("grey-600")
    title = ts.text(ts.paragraph(RANK_TITLES[rank], "wall-group", amber), WIDTH, "heading")
    rows = [_row(honour, ts) for honour in honours]
    body = stack(rows)
    lines, y = [], 0.0
    for row in (*rows, None):
        lines.append(rule(0, y, WIDTH, line, SECTION_RULE))
        y += row.height if row else 0.0
    return stack((padded(title, bottom=UNDER_GROUP), Frame(WIDTH, body.height, (*lines, *body.items))))


def _row(honour: Honour, ts: Typesetter) -> Frame:
    """Level, title and, at the right, holder and verb; a long title takes a second line."""
    amber, white, grey = (ts.theme.colour(t) for t in ("a1-500", "white", "grey-200"))
    level_width = LEVEL_COLUMN if honour.level else 0.0
    note_width = OTHER_NOTE_COLUMN if honour.rank == "other" else NOTE_COLUMN
    title_width = WIDTH - level_width - note_width - COLUMN_GAP
    title = ts.text(
        ts.paragraph(honour.title, STEPS[honour.rank], white),
        title_width, "body", block=f"honour:{honour.id}",
    )  # fmt: skip
    words = "　".join(beside_honour(honour))
    note_colour = amber if honour.rank == "other" else grey
    note = ts.text(ts.paragraph(words, "caption-reversed", note_colour, "right"), note_width, "caption")
    level = ts.text(ts.paragraph(honour.level, "caption-reversed", amber), LEVEL_COLUMN, "caption")
    height = max(PITCH[honour.rank], title.height + TITLE_AIR, note.height + NOTE_AIR)
    cells = [(0.0, tagged(level, LABEL))] if honour.level else []
    cells += [(level_width, tagged(title, LABELLED)), (WIDTH - note_width, tagged(note, LABELLED))]
    row = beside(*((x, _middle(cell, height)) for x, cell in cells))
    return tagged(row, HONOURS, entry(honour.id))


def _middle(frame: Frame, height: float) -> Frame:
    space = (height - frame.height) / 2
    return padded(frame, top=space, bottom=space)


def _rings(book: Book, x: float, list_bottom: float) -> tuple[Item, ...]:
    """Rings on the outer side, where the list leaves it free."""
    left = x == grid.OUTER
    if not left and list_bottom > RINGS_Y - RINGS_RADIUS - RINGS_AIR:
        return ()
    centre = (RINGS_INSET if left else grid.TRIM[0] - RINGS_INSET, RINGS_Y)
    theme = book.theme
    return rings(
        centre,
        RINGS_RADIUS,
        RINGS,
        line=theme.colour("grey-600"),
        ground=theme.colour("ink-900"),
        clip=grid.BLEED_PAGE,
    )
