"""Whole-process cost of the deck, paired with a bare python-pptx script in the same run, and its size.

Prints medians, the ratio pair by pair and peak memory for the article and for 1,200 slides of it, and what
both decks of the article weigh. The script writes the same words, tables and native charts on as many slides,
without art, drawn charts and fonts. Usage: python -m benchmarks.deck [RUNS]
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.brochure import ARTICLE, ROOT, measured, report

SLIDES = 1200
NEW_SLIDES = 9  # at most so many of the article's slides come again with its subsections
HEADING = re.compile(r"^(?=# )", re.MULTILINE)
SUBHEADING = re.compile(r"^(?=## )", re.MULTILINE)
REFERENCES = re.compile(r'(\{#|(?:figures|highlight)="|figure=)([^"}\s]*(?: [^"}]*)?)')


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch)
        print("the article")
        compare(ARTICLE, out, runs)
        print(f"\n{SLIDES:,} slides and more")
        compare(lengthened(out), out, max(1, runs // 3))
        print()
        for supply in ("embed", "subset"):
            measured([*ours(ARTICLE, out), "--fonts", supply])
            print(f"--fonts {supply:8} {(out / f'{ARTICLE.name}-deck.pptx').stat().st_size:9,} bytes")


def ours(folder: Path, out: Path) -> list[str]:
    return [sys.executable, "-m", "reportgen", "pptx", str(folder), "-q", "--out", str(out)]


def compare(folder: Path, out: Path, runs: int) -> None:
    measured(ours(folder, out))
    deck, source = out / f"{folder.name}-deck.pptx", out / "slides.json"
    # In a process of its own: what is read here would count as the peak of the processes begun later.
    reading = [sys.executable, "-m", "benchmarks.deck_words", str(deck), str(source)]
    print(subprocess.run(reading, cwd=ROOT, check=True, capture_output=True, text=True).stdout, end="")
    naive = [sys.executable, str(ROOT / "benchmarks" / "naive_deck.py"), str(source), str(out / "naive.pptx")]
    report(runs, {"ours": ours(folder, out), "naive": naive})


def lengthened(out: Path) -> Path:
    """The article with its subsections over and over, figures under ids of their own."""
    folder = out / "long"
    folder.mkdir()
    source = (ARTICLE / "report.md").read_text(encoding="utf-8")
    head, *sections = HEADING.split(source)
    copies = SLIDES // NEW_SLIDES
    text = head
    for section in sections:
        intro, *subsections = SUBHEADING.split(section)
        text += intro + "".join(numbered("".join(subsections), i) for i in range(copies))
    (folder / "report.md").write_text(text, encoding="utf-8")
    return folder


def numbered(text: str, copy: int) -> str:
    """The text with the ids it gives ending in the copy's number; ids given elsewhere stay."""
    if not copy:
        return text
    given = set(re.findall(r"\{#(\w+)", text))

    def renamed(match: re.Match[str]) -> str:
        return match[1] + " ".join(f"{id}-{copy}" if id in given else id for id in match[2].split(" "))

    return REFERENCES.sub(renamed, text)


if __name__ == "__main__":
    main()
