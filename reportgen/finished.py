"""Finished files of one report, before they are written: preflighted, and read back against the text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec.structs import replace

from reportgen.errors import Problem
from reportgen.model.report import Report
from reportgen.preflight import inspected
from reportgen.preflight import problems_of as preflight_problems
from reportgen.preflight.reading import read_file
from reportgen.products.product import Product
from reportgen.verify.listing import problems_of
from reportgen.verify.read_back import Verifier


class FinishedFiles:
    """Judges the files of one report; each PDF is opened once for both judgements."""

    def __init__(self, report: Report, *, preflight: bool = True, verify: bool = True) -> None:
        self._verifier = Verifier(report) if verify else None
        self._preflight = preflight
        self._found: dict[str, tuple[Problem, ...]] = {}

    def judge(self, product: Product[Any], path: Path, data: bytes) -> None:
        """Preflights a PDF that its product wants judged, and reads PDF and deck for :meth:`findings`."""
        self._found[path.name] = ()
        if product.extension == ".pptx" and self._verifier:
            self._verifier.deck(path.name, data)
        preflighted = self._preflight and product.judged
        if product.extension != ".pdf" or not (preflighted or self._verifier):
            return
        reading = read_file(data, str(path))
        if self._verifier:
            self._verifier.pdf(path.name, reading)
        if preflighted:
            self._found[path.name] = preflight_problems(inspected(reading), str(path))

    def findings(self, out: Path) -> dict[str, tuple[Problem, ...]]:
        """What was found, by file; that nothing at all could be read back is reported with the first.

        That a report marks no figures is for ``verify`` to say, not for every build.
        """
        found = dict(self._found)
        if self._verifier is None:
            return found
        verified = self._verifier.result()
        if not verified.outputs:
            return found
        whole = problems_of(replace(verified, findings=()), str(out))
        found[verified.outputs[0]] += tuple(problem for problem in whole if problem.severity == "error")
        for finding, problem in zip(
            verified.findings, problems_of(verified, str(out))[len(whole) :], strict=True
        ):
            found[finding.site.output] += (problem,)
        return found
