"""The signature figure: the ratio that colours the rules and the cover."""

from __future__ import annotations

from reportgen.layout.parts.typesetter import Typesetter
from reportgen.model.report import Report
from reportgen.model.theme import Colour
from reportgen.story.hero import signature_figure


def signature_parts(report: Report, ts: Typesetter) -> tuple[tuple[float, Colour], ...]:
    """Shares (summing to 1) and colours of the report's signature figure; one part where it has none."""
    figure = signature_figure(report)
    values = [float(value) for value in figure.quantity.values] if figure else []
    colours = ts.theme.ratio_colours
    if figure is None or figure.quantity.kind != "ratio" or not 2 <= len(values) <= len(colours):
        return ((1.0, ts.theme.colour("brand-500")),)
    return tuple((value / sum(values), colour) for value, colour in zip(values, colours, strict=False))
