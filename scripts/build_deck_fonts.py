"""Build the large font cuts that decks carry, from the bundled faces: ``assets/deck-fonts/cuts.zip``.

Run it again after ``build_fonts.py``::

    python scripts/build_deck_fonts.py

They do not depend on the deck, and cutting and packing them would take longer than all the rest of it.
"""

from __future__ import annotations

from reportgen.fonts import Fonts
from reportgen.pptx.archive import packed, zipped
from reportgen.pptx.embedding import bundled_cuts, large_cuts

SMALLEST = 9  # level of deflate


def main() -> None:
    path = bundled_cuts()
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(zipped((name, packed(data, SMALLEST)) for name, data in large_cuts(Fonts.load())))
    print(f"{path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
