"""Patterns drawn from data: pure geometry in points, as few shapes as can be."""

from reportgen.layout.ornaments.plots import MOST_LIT, plots
from reportgen.layout.ornaments.rings import rings
from reportgen.layout.ornaments.terrain import terrain
from reportgen.layout.ornaments.weave import weave, weave100

__all__ = ["MOST_LIT", "plots", "rings", "terrain", "weave", "weave100"]
