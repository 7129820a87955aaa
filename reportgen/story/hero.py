"""The figures a whole report leads with: its hero, what is said of it, and the figure that signs the cover."""

from __future__ import annotations

from reportgen.model.report import Figure, Report
from reportgen.story.passages import lead_of
from reportgen.story.points import key_points

LEADING = ("number", "percent")  # kinds of a figure that says something alone


def hero_figure(report: Report) -> Figure | None:
    """The figure marked as hero, else the author's first key number, else the lead's first that counts no harm."""
    marked = [figure for figure in report.figures if figure.hero]
    lead = [figure for figure in report.figures_of(None, None) if not figure.sober]
    leading = [figure for figure in (*chosen_figures(report), *lead) if figure.quantity.kind in LEADING]
    return next(iter(marked + leading), None)


def chosen_figures(report: Report) -> tuple[Figure, ...]:
    """The figures their author leads with, in her order; equals in the order of the text."""
    return tuple(sorted((figure for figure in report.figures if figure.top), key=lambda figure: figure.top))


def verdict(figure: Figure, report: Report) -> tuple[str, ...]:
    """The rank the lead's honours state for the figure's subject; at most one."""
    stated = (h.status for h in report.honours_of(None, None) if h.text == figure.label and h.status)
    return tuple(stated)[:1]


def claim(report: Report) -> tuple[str, ...]:
    """What is said beside the hero: the lead's first point; none beside a hero of a section, of which it is not said."""
    hero = hero_figure(report)
    return key_points(lead_of(report))[:1] if hero is None or hero.section is None else ()


def signature_figure(report: Report) -> Figure | None:
    """The ratio the author signs the report with: it colours cover and rules; None where she chose none."""
    return next((figure for figure in report.figures if figure.id == report.signature), None)
