"""What the cells of a column say as numbers, and which rows sum up the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.content.problems import Hint
from reportgen.content.quantity import WIDE

LARGEST_NUMBER = 10**24  # a larger cell is a slip, and no axis could show it
NUMBER = re.compile(r"([+-]?(?:\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?) ?([%‰]?)")
WRONG_COMMAS = re.compile(r"[+-]?\d[\d,]*,\d*(?:\.\d+)? ?[%‰]?")
TOTALS = re.compile("(?:全[国省市县区州盟镇乡村]|.{0,6})(?:合计|总计|小计|共计|总和)|总数|[Tt]otal")
WHOLES = re.compile("全[国省市县区州盟镇乡村]|总体|全部")
ROUNDING = Decimal("0.5")  # of the last place, for each number that is added

COMMA: Hint = (
    "小数点写作 3.5，千位分隔写作 3,500",
    "write decimals as 3.5 and groups of three as 3,500",
)


def number_of(cell: str) -> Decimal | None:
    """A cell's number; None where it holds none."""
    found = NUMBER.fullmatch(_plain(cell))
    if found is None:
        return None
    number = Decimal(found[1].replace(",", ""))
    return number if abs(number) < LARGEST_NUMBER else None


def wrong_comma(cell: str) -> bool:
    """Whether the cell would be a number but for a comma that parts no group of three: 3,5."""
    return number_of(cell) is None and WRONG_COMMAS.fullmatch(_plain(cell)) is not None


def odd_signs(cells: Sequence[str]) -> Iterator[int]:
    """The cells that are a percentage where the column is none, or none where it is one; the fewer are odd."""
    signs = [_sign(cell) for cell in cells]
    kinds = sorted(set(signs), key=lambda sign: (-signs.count(sign), signs.index(sign)))
    yield from (index for index, sign in enumerate(signs) if kinds and sign != kinds[0])


def _sign(cell: str) -> str:
    found = NUMBER.fullmatch(_plain(cell))
    return found[2] if found else ""


def _plain(cell: str) -> str:
    """Full-width digits and signs, every minus and every space as the plain one."""
    return (
        cell.translate(WIDE).replace("，", ",").replace("−", "-").replace("–", "-").replace("—", "-").strip()
    )


def total_rows(rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Indices of rows named 合计 and the like, and of 全市 where its numbers are the sum of the others."""
    names = ["".join(row[0].split()) for row in rows]
    totals = [index for index, name in enumerate(names) if TOTALS.fullmatch(name)]
    parts = [index for index in range(len(rows)) if index not in totals]
    wholes = [index for index in parts if WHOLES.fullmatch(names[index])]
    return tuple(sorted((*totals, *(index for index in wholes if _is_sum(rows, index, parts)))))


def _is_sum(rows: Sequence[Sequence[str]], whole: int, parts: Sequence[int]) -> bool:
    others = [rows[index] for index in parts if index != whole]
    columns = range(1, len(rows[whole]))
    return (
        len(others) > 1
        and any(True for _ in columns)
        and all(_adds_up(rows[whole][column], [row[column] for row in others]) for column in columns)
    )


def _adds_up(whole: str, parts: Sequence[str]) -> bool:
    values = [number_of(cell) for cell in (whole, *parts)]
    known = [value for value in values if value is not None]
    return len(known) == len(values) and sums_up(known[0], known[1:])


def sums_up(whole: Decimal, parts: Sequence[Decimal]) -> bool:
    """Whether the parts sum to the whole, each number rounded to its last decimal."""
    exponent = max(-int(value.as_tuple().exponent) for value in (whole, *parts))
    allowed = ROUNDING * (len(parts) + 1) / 10**exponent if exponent > 0 else Decimal(0)
    return abs(whole - sum(parts)) <= allowed
