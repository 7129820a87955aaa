"""The colour profiles that ship with the program."""

from __future__ import annotations

from pathlib import Path

from reportgen.fonts.catalogue import bundled_folder
from reportgen.model.press import OutputCondition

COATED = "FOGRA39L_coated.icc"


def bundled_profile(name: str) -> Path:
    """A bundled colour profile."""
    return bundled_folder().parent / "icc" / name


def profile_path(condition: OutputCondition) -> Path:
    """The condition's output profile; the bundled one where it names none."""
    return Path(condition.icc) if condition.icc else bundled_profile(COATED)
