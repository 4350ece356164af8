"""Setting stands on WeasyPrint's inner functions."""

import logging

import pytest
import weasyprint

from printing import setting
from printing.setting import guard
from tests.printing.setting.page import texts


def test_weasyprint_is_the_one_that_is_known() -> None:
    """With a new version, whoever brings it in reads its functions first."""
    setting.check()


def test_installing_twice_changes_nothing() -> None:
    """Another process of the compositor may have done it before."""
    assert setting.install()
    assert texts("<p>检修</p>") == ["检修"]


def test_with_another_weasyprint_setting_is_plain(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The print goes on without flush lines, and the log says why."""
    setting.uninstall()
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    with caplog.at_level(logging.WARNING):
        assert not setting.install()
    assert "WeasyPrint 71.0" in caplog.text
    assert texts("<p>检修</p>") == ["检修"]


def test_a_function_with_other_parameters_is_not_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same name may mean something else."""
    monkeypatch.setattr(setting.justifying.justify_line, "original", lambda line: None)
    with pytest.raises(guard.UnknownSettingError, match=r"justify_line\(line\)"):
        setting.check()
