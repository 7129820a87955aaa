"""The parts of matplotlib that draw, loaded without its search for system fonts.

Importing ``matplotlib.font_manager`` reads, or on a new machine spends most of a second building, a list
of all installed fonts. Words here are measured and drawn in the document's own fonts, so the list is
left for the moment somebody else in the process asks for it.
"""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType
from typing import Any

import matplotlib

FONT_MODULE = "matplotlib.font_manager"


class _NotNowError(Exception):
    """Stops the font module where it would load its list."""


class _LateFontManager:
    """Stands for matplotlib's font list; the first use loads the real one."""

    def __init__(self, module: ModuleType) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        manager = self._module._load_fontmanager()
        vars(self._module)["fontManager"] = manager
        return getattr(manager, name)


def _postpone_font_list() -> None:
    """Runs the font module up to its last three statements and puts late ones in their place.

    Those statements load the list by way of ``matplotlib.get_cachedir``, the first thing they call.
    """
    spec = importlib.util.find_spec(FONT_MODULE)
    if FONT_MODULE in sys.modules or spec is None or spec.loader is None:
        return
    module = importlib.util.module_from_spec(spec)
    sys.modules[FONT_MODULE] = module
    real = matplotlib.get_cachedir

    def refuse() -> str:
        raise _NotNowError

    matplotlib.get_cachedir = refuse
    try:
        spec.loader.exec_module(module)
    except _NotNowError:
        vars(module).update(_late(module))
    except BaseException:
        del sys.modules[FONT_MODULE]
        raise
    finally:
        matplotlib.get_cachedir = real
    vars(matplotlib)["font_manager"] = module


def _late(module: ModuleType) -> dict[str, Any]:
    late = _LateFontManager(module)
    return {
        "fontManager": late,
        "findfont": lambda *args, **options: module.fontManager.findfont(*args, **options),
        "get_font_names": lambda: module.fontManager.get_font_names(),
    }


_postpone_font_list()

from matplotlib.figure import Figure  # noqa: E402
from matplotlib.lines import Line2D  # noqa: E402
from matplotlib.patches import Patch, PathPatch, Rectangle  # noqa: E402
from matplotlib.path import Path as VectorPath  # noqa: E402
from matplotlib.text import Text  # noqa: E402
from matplotlib.transforms import Affine2D, Transform  # noqa: E402

__all__ = [
    "Affine2D",
    "Figure",
    "Line2D",
    "Patch",
    "PathPatch",
    "Rectangle",
    "Text",
    "Transform",
    "VectorPath",
]
