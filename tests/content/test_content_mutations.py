"""Whatever happens to a source, reading it gives a report or a ReportgenError, nothing else."""

import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.content import check_report, fix_punctuation, load_report
from reportgen.errors import ReportgenError

CONTENTS = Path(__file__).parents[1] / "contents"
SOURCE = (CONTENTS / "rare" / "report.md").read_text("utf-8")
TABLES = {path.name: path.read_text("utf-8") for path in sorted((CONTENTS / "rare" / "data").glob("*.csv"))}
SHARDS = (
    "[", "]", "{", "}", "]{", "{#", "{.row", "{.item in=", '"', "#", "## ", "### ", "\n", "\n\n", "::: ", ":::\n",
    "::: chart {kind=", "---\n", "**", "*", "_", "`", "<b>", "<!--", "-->", "> ", "- ", "1. ", "\\", "&amp;", "|", ":",
    "&a", "*a", "!!x", "9" * 400, "翻九千番", "1:0:0", "∞", "nan", "1e999", "\t", "\u3000", "\u200b", "\ufeff", "𠮷",
    "\x00", "\u2028", "\r", "[" * 300, "table=../x", "figures=", "=", "%", "\x85",
)  # fmt: skip


def load(folder: Path, source: str, table: str | None = None) -> None:
    (folder / "data").mkdir(exist_ok=True)
    (folder / "report.md").write_bytes(source.encode("utf-8", "surrogatepass"))
    for name, text in TABLES.items():
        (folder / "data" / name).write_text(text if table is None else table, encoding="utf-8")
    with suppress(ReportgenError):
        check_report(load_report(folder))


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        cut = draw(st.sampled_from((0, 0, 1, 2, 10, 200)))
        text = text[:start] + draw(st.sampled_from(("", *SHARDS))) + text[start + cut :]
    return text


@settings(derandomize=True, max_examples=100, deadline=None)
@given(mutated(SOURCE))
def test_a_mutated_source_raises_only_its_own_error(source: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        load(Path(folder), source)
    assert len(fix_punctuation(source)) == len(source)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.lists(st.sampled_from((*SHARDS, "甲", "3亿元", "a", " ")), max_size=30))
def test_any_heap_of_shards_raises_only_its_own_error(shards: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        load(Path(folder), "---\ntitle: 标题\n---\n\n" + "".join(shards))


@settings(derandomize=True, max_examples=40, deadline=None)
@given(mutated(TABLES["用水.csv"]))
def test_a_mutated_table_raises_only_its_own_error(table: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        load(Path(folder), SOURCE, table)


@pytest.mark.parametrize("shard", ["[", "{", "**", "> ", "::: a\n", "[[", "]{", "|", "- "])
def test_a_long_run_of_one_shard_is_read_in_time(tmp_path: Path, shard: str) -> None:
    load(tmp_path, "---\ntitle: 标题\n---\n\n" + shard * 2000 + "\n")
