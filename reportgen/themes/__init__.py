"""Theme files in, a checked :class:`~reportgen.model.theme.Theme` out."""

from reportgen.themes.load import DEFAULT_THEME, bundled_themes, load_theme

__all__ = ["DEFAULT_THEME", "bundled_themes", "load_theme"]
