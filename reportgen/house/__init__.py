"""A PowerPoint template and its mapping file in, a :class:`~reportgen.model.house.House` out."""

from reportgen.house.load import load_house
from reportgen.house.theme import house_theme

__all__ = ["house_theme", "load_house"]
