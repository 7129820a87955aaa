"""Writes the tables of README.md that follow from records, each between the marks that name it.

Usage: python -m scripts.write_tables
"""

from __future__ import annotations

import re
from pathlib import Path

from reportgen.charts.kinds import RECORDS
from reportgen.content.head_fields import FIELDS
from reportgen.products import PRODUCTS
from reportgen.reference import charts_table, head_table, options_table, outputs_table

README = Path(__file__).parents[1] / "README.md"


def tables() -> dict[str, str]:
    """The tables by their marks: ``<!-- outputs -->`` … ``<!-- /outputs -->``."""
    return {
        "outputs": outputs_table(PRODUCTS, "zh"),
        "options": options_table(PRODUCTS, "zh"),
        "head": head_table(FIELDS, "zh"),
        "charts": charts_table(RECORDS, "zh"),
    }


def written(text: str) -> str:
    """The text with every table as it is now."""
    for name, table in tables().items():
        marked = re.compile(f"(<!-- {name} -->\n).*?(\n<!-- /{name} -->)", re.DOTALL)
        text, count = marked.subn(lambda found, table=table: f"{found[1]}{table}{found[2]}", text)  # type: ignore[misc]
        if count != 1:
            raise SystemExit(f"README.md has {count} places for the table '{name}', not one")
    return text


if __name__ == "__main__":
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")
