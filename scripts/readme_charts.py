"""Writes the README's table of chart kinds from their records; a test keeps the two equal."""

from __future__ import annotations

from pathlib import Path

from reportgen.charts.kinds import RECORDS

README = Path(__file__).parents[1] / "README.md"
HEAD = "| 图表 | 画什么 |\n|---|---|\n"


def table() -> str:
    """A row for every kind, in the order of the records."""
    return HEAD + "".join(f"| `{kind.name}` {kind.names[0]} | {kind.shows} |\n" for kind in RECORDS)


def with_table(readme: str) -> str:
    """The README with the table as the records have it."""
    before, _, rest = readme.partition(HEAD)
    rows = rest.splitlines(keepends=True)
    after = next(i for i, row in enumerate(rows) if not row.startswith("|"))
    return before + table() + "".join(rows[after:])


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
