"""A finished PDF in, findings out: reads any file and knows nothing of how it was made."""

from __future__ import annotations

from reportgen.preflight.finding import Finding, Inspection, PagePlates, Rule
from reportgen.preflight.inspect import Purpose, inspected, preflight, problems_of

__all__ = ["Finding", "Inspection", "PagePlates", "Purpose", "Rule", "inspected", "preflight", "problems_of"]
