"""A failed comparison shows both sides."""

import pytest

pytest.register_assert_rewrite("tests.roundtrip.way")
