"""The office's certificate: what cannot sign is said before anything is published, and never passed over."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from environ import Env

from printing.errors import PrintingError
from sealing import signing
from sealing.configuration import seal_settings
from sealing.errors import SealError
from sealing.signing import sign
from tests.sealing.office import DAY, NAME, NOW, PASSPHRASE, Office, office, paper


def refused(settings: Any, **changed: object) -> str:
    settings.SEAL = {**settings.SEAL, **changed}
    with pytest.raises(SealError) as caught:
        signing.check()
    with pytest.raises(SealError):
        sign(paper())
    # An export that cannot be signed ends as one that cannot be printed.
    assert isinstance(caught.value, PrintingError)
    return str(caught.value)


def test_a_wrong_passphrase_is_said(chancery: Office, settings: Any) -> None:
    said = refused(settings, passphrase="guess")
    assert "口令不对" in said
    assert "guess" not in said


def test_a_missing_file_is_said(chancery: Office, settings: Any, tmp_path: Path) -> None:
    assert "读不到签名证书文件" in refused(settings, certificate=tmp_path / "none.p12")


def test_a_file_that_is_no_certificate_is_said(chancery: Office, settings: Any, tmp_path: Path) -> None:
    (tmp_path / "text.p12").write_text("not a certificate")
    assert "不是 PKCS#12 证书" in refused(settings, certificate=tmp_path / "text.p12")


def test_an_expired_certificate_is_said(tmp_path: Path, settings: Any) -> None:
    settings.SEAL = office(tmp_path, ends=NOW - DAY / 2).settings
    assert "过期" in refused(settings)


def test_a_certificate_of_tomorrow_is_said(tmp_path: Path, settings: Any) -> None:
    settings.SEAL = office(tmp_path, begins=NOW + DAY).settings
    assert "才生效" in refused(settings)


def test_a_certificate_for_something_else_is_said(tmp_path: Path, settings: Any) -> None:
    settings.SEAL = office(tmp_path, signs=False).settings
    assert "用途" in refused(settings)


def test_the_passphrase_may_lie_in_a_file(chancery: Office, settings: Any, tmp_path: Path) -> None:
    """With the line end that an editor puts behind it."""
    (tmp_path / "pass").write_text(f"{PASSPHRASE}\n")
    settings.SEAL = {**chancery.settings, "passphrase": "", "passphrase_file": tmp_path / "pass"}
    assert sign(paper()) != paper()
    assert "口令文件" in refused(settings, passphrase_file=tmp_path / "none")


@pytest.mark.parametrize(
    "half",
    [
        {"SEAL_CERTIFICATE": "/seal.p12"},
        {"SEAL_PASSPHRASE": "x"},
        {"SEAL_PASSPHRASE_FILE": "/pass"},
        {"SEAL_CERTIFICATE": "/seal.p12", "SEAL_PASSPHRASE": "x", "SEAL_PASSPHRASE_FILE": "/pass"},
        {"SEAL_TSA_URL": "https://tsa.example"},
        {"SEAL_CERTIFICATE": "/seal.p12", "SEAL_PASSPHRASE": "x", "SEAL_TSA_URL": "file:///etc/passwd"},
    ],
)
def test_half_a_configuration_stops_the_start(half: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in half.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured):
        seal_settings(Env())


def test_a_whole_configuration_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEAL_CERTIFICATE", "/seal.p12")
    monkeypatch.setenv("SEAL_PASSPHRASE_FILE", "/pass")
    monkeypatch.setenv("SEAL_TRUST", "/a.pem,/b.pem")
    read = seal_settings(Env())
    assert read["certificate"] == Path("/seal.p12")
    assert read["passphrase_file"] == Path("/pass")
    assert read["trust"] == [Path("/a.pem"), Path("/b.pem")]


def test_check_seal_says_what_would_be_used(chancery: Office) -> None:
    out = StringIO()
    call_command("check_seal", stdout=out, stderr=out)
    assert NAME in out.getvalue()
    assert f"{4711:x}" in out.getvalue()
    assert str((NOW + 365 * DAY).year) in out.getvalue()
    assert PASSPHRASE not in out.getvalue()


def test_check_seal_warns_before_the_end(tmp_path: Path, settings: Any) -> None:
    settings.SEAL = office(tmp_path, ends=NOW + 20 * DAY).settings
    out = StringIO()
    call_command("check_seal", stdout=out, stderr=out)
    assert "天过期" in out.getvalue()


def test_check_seal_fails_where_signing_would(chancery: Office, settings: Any) -> None:
    settings.SEAL = {**chancery.settings, "passphrase": "guess"}
    with pytest.raises(CommandError, match="口令"):
        call_command("check_seal")


def test_check_seal_says_plainly_that_nothing_is_signed() -> None:
    out = StringIO()
    call_command("check_seal", stdout=out)
    assert "不签名" in out.getvalue()
