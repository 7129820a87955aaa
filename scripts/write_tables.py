"""Writes what of the documentation follows from records, each between the marks that name it.

Usage: python -m scripts.write_tables
"""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from reportgen.charts.kinds import RECORDS
from reportgen.content.container_records import CONTAINERS
from reportgen.content.head_fields import FIELDS
from reportgen.content.mark_records import MARKS
from reportgen.errors import Language
from reportgen.products import PRODUCTS
from reportgen.reference import (
    Listing,
    attribute_index,
    chart_entries,
    charts_table,
    container_entries,
    head_table,
    mark_entries,
    marks_table,
    options_table,
    outputs_table,
    product_entries,
)

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
EXAMPLES = DOCS / "examples" / "charts"
OVERVIEW = ("outputs", "options", "marks", "charts", "head")
ATTRIBUTES = ("attribute-index", "mark-entries", "container-entries", "head")
KIND = re.compile(r"^::: chart \{kind=(\w+)", re.MULTILINE)
TABLE = re.compile(r"table=([^\s}]+)")


class Page(Struct, frozen=True):
    """A page of the documentation, its language, and the parts of it that are written by program."""

    path: Path
    language: Language
    tables: tuple[str, ...]


README = ROOT / "README.md"
PAGES = (
    Page(README, "zh", OVERVIEW),
    Page(ROOT / "README.en.md", "en", OVERVIEW),
    Page(DOCS / "attributes.md", "zh", ATTRIBUTES),
    Page(DOCS / "attributes.en.md", "en", ATTRIBUTES),
    Page(DOCS / "charts.md", "zh", ("chart-entries",)),
    Page(DOCS / "products.md", "zh", ("product-entries", "options")),
)


def tables(language: Language) -> dict[str, str]:
    """The parts by their marks: ``<!-- outputs -->`` … ``<!-- /outputs -->``."""
    return {
        "outputs": outputs_table(PRODUCTS, language),
        "options": options_table(PRODUCTS, language),
        "head": head_table(FIELDS, language),
        "charts": charts_table(RECORDS, language),
        "marks": marks_table(MARKS, CONTAINERS, language),
        "attribute-index": attribute_index(MARKS, CONTAINERS, language),
        "mark-entries": mark_entries(MARKS, language),
        "container-entries": container_entries(CONTAINERS, language),
        "chart-entries": chart_entries(RECORDS, examples(), language),
        "product-entries": product_entries(PRODUCTS, language),
    }


def examples() -> dict[str, Listing]:
    """How the chart of each kind is written in the report of examples, and the table it names."""
    text = (EXAMPLES / "report.md").read_text(encoding="utf-8")
    passages = (part.split("\n", 1)[1].split("\n# ")[0].strip() for part in text.split("\n## ")[1:])
    return {kind[1]: _listing(passage) for passage in passages if (kind := KIND.search(passage))}


def _listing(passage: str) -> Listing:
    name = TABLE.search(passage)
    if name is None:
        return (("markdown", passage),)
    table = (EXAMPLES / "data" / name[1]).read_text(encoding="utf-8").strip()
    return (("markdown", passage), (f"csv {name[1]}", table))


def written(page: Page) -> str:
    """The page's text with every part as it is now."""
    text, parts = page.path.read_text(encoding="utf-8"), tables(page.language)
    for name in page.tables:
        marked = re.compile(f"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        text, count = marked.subn(lambda found, name=name: f"{found[1]}{parts[name]}\n{found[2]}", text)  # type: ignore[misc]
        if count != 1:
            raise SystemExit(f"{page.path.name} has {count} places for the table '{name}', not one")
    return text


if __name__ == "__main__":
    for page in PAGES:
        page.path.write_text(written(page), encoding="utf-8", newline="\n")
