"""Build the large font cuts that decks carry, from the bundled faces: ``assets/deck-fonts``.

Run it again after ``build_fonts.py``::

    python scripts/build_deck_fonts.py [--dictionary DIR/jieba/dict.txt]

The cuts do not depend on the deck, and cutting and packing them would take longer than all the rest of it.
``--dictionary`` (jieba of PyPI, MIT licence: a word, how often it occurs, its kind, line by line) chooses the
everyday characters anew: the 3,755 of GB 2312—1980's first level and the most frequent ones, names counted up.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from reportgen.fonts import Fonts
from reportgen.pptx.archive import packed, zipped
from reportgen.pptx.embedding import bundled_cuts, everyday_file, large_cuts

SMALLEST = 9  # level of deflate
MOST_FREQUENT = 5000
NAMES, MORE_FOR_NAMES = ("nr", "ns"), 30  # occurrences
LEVEL_ONE_ROWS, CELLS = range(0xB0, 0xD8), range(0xA1, 0xFF)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--dictionary", type=Path)
    dictionary = parser.parse_args().dictionary
    bundled_cuts().parent.mkdir(exist_ok=True)
    if dictionary is not None:
        characters = "".join(sorted(level_one() | frequent(dictionary)))
        everyday_file().write_text(f"{characters}\n", encoding="utf-8", newline="\n")
        print(f"{everyday_file().name}: {len(characters):,} characters")
    entries = ((name, packed(data, SMALLEST)) for name, data in large_cuts(Fonts.load()))
    bundled_cuts().write_bytes(zipped(entries))
    print(f"{bundled_cuts().name}: {bundled_cuts().stat().st_size:,} bytes")


def level_one() -> set[str]:
    cells = (bytes((row, cell)).decode("gb2312", "ignore") for row in LEVEL_ONE_ROWS for cell in CELLS)
    return {char for char in cells if char}


def frequent(dictionary: Path) -> set[str]:
    counts: Counter[str] = Counter()
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, count, kind = line.split(" ")
        weight = int(count) + (MORE_FOR_NAMES if kind in NAMES else 0)
        counts.update({char: weight for char in word if "\u4e00" <= char <= "\u9fff"})
    return {char for char, _ in counts.most_common(MOST_FREQUENT)}


if __name__ == "__main__":
    main()
