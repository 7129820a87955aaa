"""Fixtures of the whole suite."""

from __future__ import annotations

import pytest
from samples import CONTENTS


@pytest.fixture(params=CONTENTS)
def content(request: pytest.FixtureRequest) -> str:
    """The name of each content in turn."""
    return str(request.param)


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--write-snapshots``: tests of layouts write what they find, and fail."""
    parser.addoption("--write-snapshots", action="store_true", help="write the snapshots of layouts; fails")
