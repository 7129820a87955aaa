"""What the lead brings beside its words, and what of it stands elsewhere."""

from __future__ import annotations

from collections.abc import Container, Sequence

from msgspec.structs import replace

from reportgen.model.chart import ChartSpec
from reportgen.model.report import Figure, Ledger, Panels, Picture, Plates, Quote, Report, Table
from reportgen.story.callouts import at_a_glance, lead_figures, stands_alone
from reportgen.story.hero import claim, hero_figure
from reportgen.story.honours import Verdict
from reportgen.story.passages import Passage, lead_of
from reportgen.story.pieces import Keys, Piece, pieces
from reportgen.story.points import key_points

MOST_ASIDES, MOST_FIGURES = 4, 2  # beside the lead's words
RICH = (ChartSpec, Figure, Table, Picture, Keys)  # what sections do not say again
DECLARED = (Ledger, Panels, Plates, Quote)  # lists, shown where the author asks for them


def lead_exhibits(report: Report, *, verdicts_shown: bool = True) -> Passage:
    """What is shown behind the lead's words: its components but the ledgers, whose rows are its verdicts.

    ``verdicts_shown``: all of those stand beside the words; where not, a declared ledger is shown here.
    Its figures stand at a glance or beside it, its honours on the wall.
    """
    lead = lead_of(report)
    shown = tuple(
        part
        for part in lead.components
        if not isinstance(part, Ledger) or not (part.optional or (verdicts_shown and _in_brief(report)))
    )
    return replace(lead, components=shown, figures=(), honours=())


def _in_brief(report: Report) -> bool:
    """Whether every verdict has a place beside the words."""
    return len(_all_verdicts(report)) <= MOST_ASIDES - len(aside_figures(report))


def aside_figures(report: Report) -> tuple[Figure, ...]:
    """The hero and the lead's other numbers beside its words; none where a page shows the figures at a glance."""
    if at_a_glance(report):
        return ()
    hero = hero_figure(report)
    others = (f for f in lead_figures(report) if stands_alone(f) and not f.quiet)
    return (*((hero,) if hero else ()), *others)[:MOST_FIGURES]


def verdicts(report: Report) -> tuple[Verdict, ...]:
    """Subject and verdict pairs beside the lead: its honours that state one, then its ledger rows.

    Figures and verdicts are four at most.
    """
    return _all_verdicts(report)[: MOST_ASIDES - len(aside_figures(report))]


def _all_verdicts(report: Report) -> tuple[Verdict, ...]:
    lead = lead_of(report)
    found = [(honour.text, honour.status) for honour in lead.honours if honour.status]
    for part in lead.components:
        if isinstance(part, Ledger):
            found += [(row.object, row.verb) for row in part.rows]
    return tuple(found)


def lead_pieces(report: Report, told: Sequence[Figure]) -> tuple[Piece, ...]:
    """The lead's pieces but those told: all where there are no sections, else what the author declares, numbers and her points.

    ``told``: the key numbers, beside which the lead's first point stands too.
    """
    lead = lead_of(report)
    found = tuple(piece for piece in pieces(report, lead) if piece not in told)
    if not report.sections:
        return found
    said = claim(report) if told else ()
    left = (without(piece, said) for piece in found)
    marked = bool(key_points(lead))
    return tuple(
        piece for piece in left if _is_asked(piece) or (isinstance(piece, RICH) and _is_own(piece, marked))
    )


def _is_asked(piece: Piece) -> bool:
    """Whether it is a list the author declares, not one that is only marked."""
    return isinstance(piece, DECLARED) and not piece.optional


def _is_own(piece: Piece, marked: bool) -> bool:
    """Whether the points are the author's and said here alone; what is no point is her own in any case."""
    return not isinstance(piece, Keys) or (marked and bool(piece.texts) and not piece.optional)


def without(piece: Piece, said: Container[str]) -> Piece:
    """The piece without the points that are said elsewhere."""
    if not isinstance(piece, Keys):
        return piece
    return Keys(tuple(text for text in piece.texts if text not in said), piece.optional)
