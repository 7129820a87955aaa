"""Tables written in the text with bars (``| 项目 | 数量 |``), with the lines above and below that say unit and source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from reportgen.content.csv_rows import DataRow
from reportgen.content.inline import InlineNode
from reportgen.content.markup import Block
from reportgen.content.problems import Problems
from reportgen.content.table_cells import total_rows
from reportgen.content.tables import ReadTable, check_header
from reportgen.errors import Place
from reportgen.model.report import DataTable

NAME = "table"  # of the container such a table is put in
REMARK = re.compile(
    r"[（(]?(?:(?:标题|表题)[:：]\s*(?P<title>.+?)|(?P<numbered>表\s*\d+[\s:：　].+?))?"
    r"[（(]?(?:单位[:：]\s*(?P<unit>[^）)]+?))?[）)]?(?:(?:资料|数据)?来源[:：]\s*(?P<source>.+?))?[）)]?"
)
BETWEEN_CELLS, BETWEEN_NUMBERS = "　", "、"  # from what heads a row to a cell in it


class Remark(Struct, frozen=True):
    """What a line beside a table says: its title, unit or source."""

    kind: str
    words: str
    place: Place


def with_tables(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with each table, and the lines beside it that say title, unit and source, in a container."""
    done: list[Block] = []
    for block in blocks:
        last = done[-1] if done else None
        if block.kind == "table":
            above: list[Block] = []
            while done and remarks(done[-1]):
                above.insert(0, done.pop())
            done.append(Block("container", block.place, name=NAME, blocks=(*above, block)))
        elif last is not None and is_written(last) and last.attributes.values == {} and remarks(block):
            done[-1] = Block("container", last.place, name=NAME, blocks=(*last.blocks, block))
        else:
            done.append(block)
    return tuple(done)


def is_written(block: Block) -> bool:
    """Whether the container holds a table of the text."""
    return block.name == NAME and any(inner.kind == "table" for inner in block.blocks)


def remarks(block: Block) -> tuple[Remark, ...]:
    """What a paragraph says of the table beside it; nothing where it is running text."""
    match = REMARK.fullmatch(block.plain.strip()) if block.kind == "paragraph" else None
    found = {key: words for key, words in match.groupdict().items() if words} if match else {}
    kinds = {"numbered": "title"}
    return tuple(Remark(kinds.get(key, key), words.strip(), block.place) for key, words in found.items())


def cells_of(block: Block) -> Iterator[Block]:
    """Each cell of the container's tables as a paragraph, for the marks in it: behind the one that heads its row."""
    for table in (inner for inner in block.blocks if inner.kind == "table"):
        for head, *others in (row.blocks for row in table.blocks):
            yield Block("paragraph", head.place, head.nodes)
            said = head.plain.strip()
            joint = BETWEEN_NUMBERS if said[-1:].isdigit() else BETWEEN_CELLS
            heading = InlineNode("text", head.place, said + joint)
            yield from (Block("paragraph", cell.place, (heading, *cell.nodes)) for cell in others)


def read_written(block: Block, name: str, problems: Problems) -> ReadTable | None:
    """The table in the container; None and one problem where it is no table."""
    table, *more = (inner for inner in block.blocks if inner.kind == "table")
    rows, said = _without_remarks(table)
    beside = [remark for inner in block.blocks for remark in remarks(inner)]
    if not _is_table(rows, [*more, *_other_text(block)], problems):
        return None
    header, *body = (DataRow(row.place, *_cells(row)) for row in rows)
    if check_header(header, problems):
        return None
    given = {remark.kind: remark for remark in (*beside, *said)}
    words = {kind: remark.words for kind, remark in given.items()}
    data = DataTable(
        name,
        words.get("title", ""),
        header.cells,
        tuple(row.cells for row in body),
        words.get("unit", ""),
        words.get("source", ""),
        total_rows([row.cells for row in body]),
    )
    places = tuple(row.places for row in (header, *body))
    return ReadTable(data, places, tuple((remark.words, remark.place) for remark in given.values()))


def _cells(row: Block) -> tuple[tuple[str, ...], tuple[Place, ...]]:
    return tuple(cell.plain.strip() for cell in row.blocks), tuple(cell.place for cell in row.blocks)


def _without_remarks(table: Block) -> tuple[tuple[Block, ...], list[Remark]]:
    """Its rows, and what lines directly under it say, which the parser takes for rows of one cell."""
    rows, said = list(table.blocks), list[Remark]()
    while len(rows[-1].blocks) == 1 < len(rows[0].blocks):
        found = remarks(Block("paragraph", rows[-1].place, rows[-1].blocks[0].nodes))
        if not found:
            break
        said += found
        rows.pop()
    return tuple(rows), said


def _other_text(block: Block) -> list[Block]:
    return [inner for inner in block.blocks if inner.kind != "table" and not remarks(inner)]


def _is_table(rows: Sequence[Block], more: Sequence[Block], problems: Problems) -> bool:
    """Whether there is one table of a header and rows of as many cells; the first fault is told."""
    if more:
        zh, en = (
            "这里只写一张表和它的标题、单位、来源",
            "only one table with its title, unit and source goes here",
        )
        problems.add(more[0].place, zh, en, ("移到容器外面", "move it out of the container"))
        return False
    if len(rows) < 2:
        zh, en = "表格要有表头和至少一行数据", "a table needs a header and at least one row"
        problems.add(rows[0].place, zh, en, ("在 |---| 下面写数据", "write rows below the |---| line"))
        return False
    odd = next((row for row in rows if len(row.blocks) != len(rows[0].blocks)), None)
    if odd is not None:
        zh = f"这一行有 {len(odd.blocks)} 格，表头有 {len(rows[0].blocks)} 格"
        en = f"{len(odd.blocks)} cells under a header of {len(rows[0].blocks)}"
        hint = (
            "每行的 | 数要相同；表后空一行再写正文",
            "give every row as many |; leave an empty line below the table",
        )
        problems.add(odd.place, zh, en, hint)
    return odd is None
