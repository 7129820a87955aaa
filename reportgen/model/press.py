"""What a printing house asks for: the condition it prints in, trim, bleed, marks, inks and paper."""

from __future__ import annotations

from msgspec import Struct, field

from reportgen.lengths import Edges, mm
from reportgen.model.theme import Spot


class OutputCondition(Struct, frozen=True):
    """The characterised printing condition of the output intent (ISO 15930-7 6.2)."""

    identifier: str = "FOGRA39"
    name: str = "Coated FOGRA39 (ISO 12647-2:2004)"
    registry: str = "http://www.color.org"
    icc: str = ""  # path of the CMYK output profile; empty: the bundled one


DEFAULT_CONDITION = OutputCondition()


class MarkStyle(Struct, frozen=True):
    """Trim marks: how far off the trim they begin and how long they are, in points."""

    offset: float = mm(4)
    length: float = mm(6)


class PrinterProfile(Struct, frozen=True):
    """A printing house's requirements; the defaults hold for a file without special requests."""

    name: str = "FOGRA39"  # as the slug line names it
    condition: OutputCondition = DEFAULT_CONDITION
    ink_limit: float = 300.0  # percent of total area coverage
    bleed: Edges = field(default_factory=lambda: Edges.all(mm(3)))
    trim: tuple[float, float] | None = None  # points; None: as planned
    marks: MarkStyle | None = field(default_factory=MarkStyle)
    paper_gsm: float | None = None  # g/m², for creep
    spot: Spot | None = None
    house: str = ""


DEFAULT_PRINTER = PrinterProfile()
