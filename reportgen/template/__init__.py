"""A PowerPoint template and its mapping file in, a :class:`~reportgen.model.template.Template` out."""

from reportgen.template.load import load_template
from reportgen.template.theme import template_theme

__all__ = ["load_template", "template_theme"]
