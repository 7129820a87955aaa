"""Name plates: coined names set large in Kai, with the words that say what they are."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.layout.brochure.grid import IN_PAIRS, THIRD_GAP, THIRDS
from reportgen.layout.parts.frame import Frame, beside, stack
from reportgen.layout.parts.tagging import LABEL, LABELLED, entry, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import mm
from reportgen.model.report import Plate
from reportgen.model.structure import Element
from reportgen.model.theme import Colour

GAP = mm(6)
SIZES = (22.0, 20.0, 17.0, 15.0, 13.0)
LARGE_SIZES = (40.0, 34.0, 28.0)  # where there is height to spare


def plates(names: Sequence[Plate], width: float, colour: Colour, ts: Typesetter, extra: float = 0.0) -> Frame:
    """Plates in rows of three, four in two rows; the names of all share one size.

    ``extra``: height they may take more, for larger names.
    """
    columns = 2 if len(names) in IN_PAIRS else min(THIRDS, len(names))
    cell = (width - GAP * (columns - 1)) / columns
    size = min(ts.fitting(plate.name, "plate", cell, SIZES) for plate in names)
    rows = [names[i : i + columns] for i in range(0, len(names), columns)]
    natural = stack((_row(row, cell, size, colour, ts) for row in rows), THIRD_GAP)
    whole = natural
    for larger in LARGE_SIZES if extra else ():
        large = stack((_row(row, cell, larger, colour, ts) for row in rows), THIRD_GAP)
        one_line_each = all(ts.fitting(plate.name, "plate", cell, (larger, 0)) for plate in names)
        if one_line_each and large.height - natural.height <= extra:
            whole = large
            break
    return tagged(whole, Element("L", "plates"))


def _row(names: Sequence[Plate], cell: float, size: float, colour: Colour, ts: Typesetter) -> Frame:
    grey = ts.theme.colour("grey-600")
    columns = []
    for i, plate in enumerate(names):
        name = ts.text(ts.paragraph(plate.name, "plate", colour, size=size), cell, "quote")
        note = ts.text(ts.paragraph(plate.note, "stat-label", grey), cell, "caption")
        said = stack((tagged(name, LABEL), tagged(note, LABELLED)), mm(1))
        columns.append((i * (cell + GAP), tagged(said, entry(plate.name))))
    return beside(*columns)
