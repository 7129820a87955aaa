"""One marked text in, a print brochure and a presentation out.

``content/<report>/report.md`` ──load──▶ Report ──plan──▶ Sheets ──render──▶ bytes ──write──▶ ``dist/``

The library is ``reportgen.build``, ``load``, ``check``, ``check_pdf`` and ``verify_files`` (:mod:`reportgen.api`); importing it is
instant: what reads, plans and draws is loaded when it is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportgen.version import __version__

if TYPE_CHECKING:
    from reportgen.api import build, check, check_pdf, load, verify_files
    from reportgen.errors import ReportgenError


__all__ = ["ReportgenError", "__version__", "build", "check", "check_pdf", "load", "verify_files"]
HOMES = {"ReportgenError": "reportgen.errors"}  # every other name is one of reportgen.api


def __getattr__(name: str) -> Any:
    """The library's functions, loaded when one is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module 'reportgen' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(HOMES.get(name, "reportgen.api")), name)
