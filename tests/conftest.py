"""Fixtures of the whole suite."""

from __future__ import annotations

import pytest
from samples import CONTENTS


@pytest.fixture(params=CONTENTS)
def content(request: pytest.FixtureRequest) -> str:
    """The name of each content in turn."""
    return str(request.param)
