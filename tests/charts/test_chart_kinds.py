"""A kind is one record: nothing else in the package is keyed by kind, and one more kind is one file and one line."""

import ast
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from chart_samples import SAMPLES

from reportgen.charts.kinds import KINDS, NAMES, RECORDS
from reportgen.charts.record import ChartKind

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "reportgen"
# The same words where they mean something else: art of openers, lines of a page, the level of an honour or a number.
OTHER_MEANINGS = {
    ("story/ornament.py", "rings"),
    ("layout/parts/ornaments/__init__.py", "rings"),
    ("layout/parts/ornaments/rings.py", "rings"),
    ("layout/brochure/pages/opener.py", "rings"),
    ("layout/slides/divider.py", "rings"),
    ("preflight/reading.py", "line"),
    ("content/marks.py", "level"),
    ("content/mark_records.py", "level"),
    ("content/chart_data.py", "level"),
    ("content/chart_total.py", "level"),
    ("model/chart.py", "level"),
    ("model/quantity.py", "level"),
    ("content/contradictions.py", "level"),
    ("content/directions.py", "level"),
    ("content/findings.py", "level"),
    ("content/in_clause.py", "level"),
    ("content/mark_records.py", "level"),
}


def words_of_kinds(folder: Path) -> Iterator[tuple[str, str]]:
    """Every string in the code that is the name of a kind, with its module."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in KINDS:
                yield path.relative_to(folder).as_posix(), str(node.value)


def test_nothing_outside_the_records_is_keyed_by_kind() -> None:
    found = set(words_of_kinds(PACKAGE))
    assert {word for path, word in found if path == "charts/kinds.py"} == set(NAMES)
    assert {pair for pair in found if not pair[0].startswith("charts/")} == OTHER_MEANINGS


def test_a_kind_is_named_in_its_own_module_only() -> None:
    named = {pair for pair in words_of_kinds(PACKAGE / "charts") if pair[0] != "kinds.py"}
    assert named - {("refusals.py", "level")} == {
        (f"{name}.py", name) for name in NAMES
    }  # a level, no change


@pytest.mark.parametrize("kind", RECORDS, ids=NAMES)
def test_every_record_is_complete(kind: ChartKind) -> None:
    specs = [spec for spec, _ in SAMPLES.values() if spec.kind == kind.name]
    assert all((kind.label.zh, kind.label.en, kind.shows.zh, kind.shows.en))
    for spec in specs:
        assert list(kind.refuse(spec)) == []
        assert kind.page.wants(spec) in ("lead", "side", "beside", "wide")
        assert kind.slide.becomes is None or kind.slide.becomes(spec) in KINDS
        assert all(side > 0 for side in kind.slide.size(spec, 500.0, 300.0))
        assert len(kind.slide.series_colours(spec, *_look())) == len(spec.series)
        assert kind.slide.least(spec) <= max(kind.slide.good(spec), 300.0)
    assert specs


def _look():  # type: ignore[no-untyped-def]
    from chart_samples import THEME

    return THEME.role(1), THEME


def test_names_and_their_modules_are_the_same_and_each_is_used_once() -> None:
    assert tuple(KINDS) == NAMES
    assert len({kind.label for kind in RECORDS}) == len({kind.shows for kind in RECORDS}) == len(RECORDS)


REPORT = """---
title: 斜率
---

全市经济平稳运行。

# 产业|升级

产业结构持续优化，[质效双升]{.key}。

## 产值增长

两个行业产值连年增长，[后劲十足]{.key}。

::: chart {kind=slope table=t.csv title=产值}
:::
"""
TABLE = "# 标题: 产值\n# 单位: 亿元\n行业,2020年,2025年\n食品加工,18.2,27.9\n装备制造,12.5,31.4\n"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package with one kind more: its file, and its line in the list of names."""
    folder = tmp_path_factory.mktemp("slope")
    shutil.copytree(PACKAGE, folder / "reportgen", ignore=shutil.ignore_patterns("__pycache__", "assets"))
    shutil.copytree(ROOT / "scripts", folder / "scripts")
    (folder / "assets").symlink_to(ROOT / "assets")
    shutil.copytree(ROOT / "docs", folder / "docs")
    for page in ("README.md", "README.en.md"):
        shutil.copy(ROOT / page, folder / page)
    shutil.copy(Path(__file__).with_name("slope.py"), folder / "reportgen" / "charts" / "slope.py")
    names = folder / "reportgen" / "charts" / "kinds.py"
    source = names.read_text(encoding="utf-8")
    names.write_text(source.replace('    "level",\n', '    "level",\n    "slope",\n'), encoding="utf-8")
    (folder / "r" / "data").mkdir(parents=True)
    (folder / "r" / "report.md").write_text(REPORT, encoding="utf-8")
    (folder / "r" / "data" / "t.csv").write_text(TABLE, encoding="utf-8")
    return folder


def run(copy: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(copy), "LANG": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=copy, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_one_more_kind_is_checked_described_and_listed(copy: Path) -> None:
    run(copy, "-m", "reportgen", "check", "r")
    run(copy, "-m", "scripts.write_tables")
    assert "| `slope` 斜率图 | 几个对象前后两个时点的升降 |" in (copy / "README.md").read_text(
        encoding="utf-8"
    )


def test_one_more_kind_stands_in_the_brochure_the_deck_and_the_notes(copy: Path) -> None:
    run(copy, "-m", "reportgen", "build", "r", "--out", "out")
    for name in ("brochure", "handout-notes"):
        with pikepdf.open(copy / "out" / f"r-{name}.pdf") as file:
            said = [
                str(node.Alt)
                for node in file.objects
                if isinstance(node, pikepdf.Dictionary) and "/Alt" in node
            ]
        assert any("斜率图" in words and "31.4" in words for words in said), name
    with zipfile.ZipFile(copy / "out" / "r-deck.pptx") as deck:
        slides = [
            deck.read(name).decode() for name in deck.namelist() if re.match(r"ppt/slides/slide\d", name)
        ]
        assert not any("charts/chart" in name for name in deck.namelist())
    (slide,) = [each for each in slides if "斜率图" in each]
    (drawing,) = [group for group in re.findall(r"<p:grpSp>.*?</p:grpSp>", slide) if "斜率图" in group]
    assert drawing.count("<p:cxnSp>") == 2  # a line for each of the two
    assert {"18.2", "12.5"} <= set(re.findall(r"<a:t>([^<]*)</a:t>", drawing))


def test_one_more_kind_can_be_a_picture(copy: Path) -> None:
    run(copy, "-m", "reportgen", "pptx", "r", "--charts", "picture", "--out", "pictures")
    with zipfile.ZipFile(copy / "pictures" / "r-deck.pptx") as deck:
        (svg,) = [name for name in deck.namelist() if name.endswith(".svg")]
        assert "斜率图" in deck.read(svg).decode()
