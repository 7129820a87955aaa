"""Single lines at their natural width, for labels, table cells and measuring."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.fonts import Fonts
from reportgen.model.text import Line, Run
from reportgen.typeset.candidates import Candidates, whole
from reportgen.typeset.place import place
from reportgen.typeset.segments import Segment, make_segment

EM_ASCENT = 0.88


def set_line(runs: Sequence[Run], fonts: Fonts) -> Line:
    """The runs on one line from x = 0, top = 0; its height is the largest size, blanks at the ends cut.

    Declared breaks are ignored. Raises ReportgenError for a character no face has.
    """
    segment, places = _measured(runs, fonts)
    size = max((run.style.size for run in runs), default=0.0)
    if not segment.cells:
        return Line((), 0.0, 0.0, EM_ASCENT * size, 0.0, size)
    extra = [0.0] * len(segment.cells)
    done, right = place(segment, 0, len(segment.cells), -places.lead[0], EM_ASCENT * size, extra, None)
    return Line(done, 0.0, right, EM_ASCENT * size, 0.0, size)


def natural_width(runs: Sequence[Run], fonts: Fonts) -> float:
    """Points the runs need to fit on one line; a paragraph of them fits a measure that wide."""
    segment, places = _measured(runs, fonts)
    return places.end[-1] - places.start[0] if segment.cells else 0.0


def _measured(runs: Sequence[Run], fonts: Fonts) -> tuple[Segment, Candidates]:
    one_line = tuple(
        Run(run.text.replace("\n", ""), run.style, run.keep, run.lang) if "\n" in run.text else run
        for run in runs
    )
    segment = make_segment(one_line, fonts)
    if not segment.cells:
        return segment, Candidates()
    return segment, whole(segment, 0.0, hang=False)
