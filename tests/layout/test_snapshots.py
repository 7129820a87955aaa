"""Every item of two reports' pages and slides stands where the snapshot of their layout says.

After a change that is meant: ``pytest tests/layout/test_snapshots.py --write-snapshots``, which fails, then look at
the difference before it is committed.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest
from msgspec.structs import replace
from samples import brochure_of, deck_of, fact_sheet_of, notes_of
from sheet_lines import lines_of

from reportgen.model.sheet import Document, TextBox

FOLDER = Path(__file__).parent / "snapshots"
PRODUCTS: dict[str, Callable[[str], Document]] = {
    "brochure": brochure_of,
    "deck": deck_of,
    "fact-sheet": fact_sheet_of,
    "notes": notes_of,
}
SNAPSHOTS = (
    *(("yuci", product) for product in PRODUCTS),
    *(("extremes", product) for product in ("brochure", "deck", "fact-sheet")),
)


def difference(before: list[str], after: list[str], name: str) -> str:
    return "\n".join(unified_diff(before, after, name, "as laid out now", lineterm="", n=1))


@pytest.mark.parametrize(("content", "product"), SNAPSHOTS)
def test_every_item_stands_where_it_stood(content: str, product: str, request: pytest.FixtureRequest) -> None:
    path = FOLDER / f"{content}-{product}.txt"
    now = list(lines_of(PRODUCTS[product](content)))
    if request.config.getoption("--write-snapshots"):
        path.write_text("\n".join(now) + "\n", encoding="utf-8", newline="\n")
        pytest.fail(f"{path.name} is written: look at the difference and run again without the option")
    changed = difference(path.read_text(encoding="utf-8").splitlines(), now, path.name)
    assert not changed, f"\n{changed}"


def test_a_text_moved_by_half_a_point_is_one_line_of_the_difference() -> None:
    document = brochure_of("yuci")
    page = next(sheet for sheet in document.sheets if sheet.name == "glance")
    place = next(i for i, item in enumerate(page.items) if isinstance(item, TextBox))
    text = page.items[place]
    moved = (*page.items[:place], replace(text, rect=text.rect.moved(0.5, 0)), *page.items[place + 1 :])
    other = replace(document, sheets=(replace(page, items=moved),))
    changed = difference(
        list(lines_of(replace(document, sheets=(page,)))), list(lines_of(other)), "before"
    ).splitlines()
    assert len([line for line in changed if line.startswith(("+text", "-text"))]) == 2


def test_the_snapshots_hold_every_sheet_and_no_file_more() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {"-".join(pair) for pair in SNAPSHOTS}
    for content, product in SNAPSHOTS:
        lines = (FOLDER / f"{content}-{product}.txt").read_text(encoding="utf-8").splitlines()
        heads = [line.split()[1] for line in lines if line.startswith("# ")]
        assert heads == [sheet.name for sheet in PRODUCTS[product](content).sheets]
