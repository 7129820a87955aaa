"""What the tests of the story are handed: a reader of small texts."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.model.report import Report

Teller = Callable[[str], Report]
