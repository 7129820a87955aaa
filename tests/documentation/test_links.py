"""What the documentation points to is there: files, headings, modules, targets of make."""

from __future__ import annotations

import re
import unicodedata
from importlib.util import find_spec
from pathlib import Path

import pytest
from pages_of import CODE, PAGES, without_listings
from samples import ROOT

LINK = re.compile(r"(?<!!)\[[^]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
NAMED = re.compile(r"(?:\.?[\w-]+/)*(?:[\w-]+\.(?:py|yml|lock|png|zip)|[A-Z]+(?:\.en)?\.md)|(?:\.?[\w-]+/)+")
NAMED_MODULE = re.compile(r"python -m ((?:reportgen|scripts|benchmarks)[\w.]*)")
NAMED_TARGET = re.compile(r"(?:^|`)make ([a-z]+)", re.MULTILINE)
OURS = ("reportgen", "scripts", "docs", "tests", "assets", "benchmarks", ".github", ".ci", "content", *(path.name for path in ROOT.glob("*.*")))  # fmt: skip


def anchor(heading: str) -> str:
    """The name a heading is linked by on GitHub: letters, digits, hyphens and underscores, blanks as hyphens."""
    words = heading.replace("`", "").strip().lower().replace(" ", "-")
    return "".join(c for c in words if c in "-_" or unicodedata.category(c)[0] in "LN")


def anchors(page: Path) -> set[str]:
    return {anchor(heading) for heading in HEADING.findall(without_listings(page))}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_relative_link_leads_somewhere(page: Path) -> None:
    missing = []
    for link in LINK.findall(without_listings(page)):
        if re.match(r"[a-z]+:", link):
            continue
        file, _, place = link.partition("#")
        target = (page.parent / file).resolve() if file else page
        if not target.exists() or (place and place not in anchors(target)):
            missing.append(link)
    assert missing == []


def test_pages_link_to_each_other() -> None:
    links = [link for page in PAGES for link in LINK.findall(without_listings(page))]
    assert sum("#" in link for link in links) > 3
    reached = {
        (page.parent / link.partition("#")[0]).resolve()
        for page in PAGES
        for link in LINK.findall(without_listings(page))
    }
    assert {page for page in PAGES if page not in reached} <= {ROOT / "README.md", ROOT / "CHANGELOG.md"}


def tracked() -> tuple[str, ...]:
    """Every file and folder of ours, folders with a slash behind them."""
    found = [path for part in OURS for path in (ROOT / part, *(ROOT / part).rglob("*")) if path.exists()]
    return tuple(f"/{path.relative_to(ROOT).as_posix()}{'/' if path.is_dir() else ''}" for path in found)


def test_a_file_or_folder_named_to_developers_is_there() -> None:
    pages = [
        ROOT / name for name in ("ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "docs/releasing.md")
    ]
    named = {code for page in pages for code in CODE.findall(without_listings(page)) if NAMED.fullmatch(code)}
    assert len(named) > 60
    ours = tracked()
    assert [code for code in named if not any(path.endswith(f"/{code}") for path in ours)] == []


def text_of_all_pages() -> str:
    return "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


def test_a_module_that_is_to_be_run_is_there() -> None:
    modules = {name.rstrip(".") for name in NAMED_MODULE.findall(text_of_all_pages())}
    assert {"reportgen", "scripts.write_tables"} <= modules
    assert [name for name in modules if find_spec(name) is None] == []


def test_a_target_of_make_is_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(NAMED_TARGET.findall(text_of_all_pages()))
    assert {"test", "lock", "bench"} <= targets
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []
