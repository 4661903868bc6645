"""No pattern backtracks more than linearly: each is asked, as the library asks it, about long texts made of its own."""

from __future__ import annotations

import patterns
import pytest
from apart import apart


@pytest.mark.parametrize("module", [name for name in patterns.modules() if patterns.patterns_of(name)])
def test_every_pattern_is_linear(module: str) -> None:
    apart(patterns.check, module, seconds=60)
