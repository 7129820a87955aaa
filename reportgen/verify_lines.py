"""What ``verify`` found, as lines for people or as JSON for programs."""

from __future__ import annotations

import json
from pathlib import Path

from reportgen.model.report import Report
from reportgen.progress import Reporter
from reportgen.verify import against, listing
from reportgen.verify.against import Comparison
from reportgen.verify.evidence import Verified


def tell_verified(report: Report, verified: Verified, out: Path, reporter: Reporter, *, as_json: bool) -> int:
    """Where each figure stands and what differs; returns the number of errors."""
    problems = listing.problems_of(verified, out.as_posix())
    if as_json:
        reporter.result(json.dumps(listing.data_of(report, verified), ensure_ascii=False, indent=1))
    else:
        for line in listing.lines_of(report, verified):
            reporter.result(line)
        reporter.result(listing.summary(verified).in_language(reporter.language))
    reporter.problems(problems)
    return sum(problem.severity == "error" for problem in problems)


def tell_comparison(comparison: Comparison, original: Path, reporter: Reporter) -> int:
    """The differences from a report's original; returns their number."""
    reporter.result(against.summary(comparison, str(original)).in_language(reporter.language))
    reporter.problems(against.problems_of(comparison, original.name))
    return len(comparison.differences)
