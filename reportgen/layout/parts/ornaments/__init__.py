"""Data ornaments (以数为纹): figures turned into flat vector patterns, as shapes of a sheet.

Pure geometry in points in sheet coordinates; strokes are at least 0.4 pt, every colour is solid.
"""

from reportgen.layout.parts.ornaments.plots import MOST_LIT, plots
from reportgen.layout.parts.ornaments.rings import rings
from reportgen.layout.parts.ornaments.terrain import terrain
from reportgen.layout.parts.ornaments.weave import weave, weave100

__all__ = ["MOST_LIT", "plots", "rings", "terrain", "weave", "weave100"]
