"""Digests: SHA-256 and SM3, the same for bytes and for files."""

import hashlib
from pathlib import Path

import pytest

from sealing.offline import digests
from sealing.offline.digests import Digests, digests_of


def test_both_digests_are_those_of_the_standards() -> None:
    """SM3 of GB/T 32905-2016, appendix A.1, and SHA-256 of FIPS 180-4, of the text abc."""
    found = digests_of(b"abc")
    assert found.size == 3
    assert found.sm3 == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert found.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_file_is_read_piece_by_piece(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digests, "PIECE", 7)
    file = tmp_path / "long"
    file.write_bytes(b"snow on the mountains" * 100)
    assert digests_of(file) == digests_of(file.read_bytes())
    assert digests_of(file).sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_the_beginning_of_a_file_has_digests_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "long"
    file.write_bytes(b"beginning, and end")
    with file.open("rb") as opened:
        assert digests.digests(digests.pieces(opened, 9)) == digests_of(b"beginning")


def test_sm3_comes_from_another_library_where_python_lacks_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def without(name: str) -> None:
        raise ValueError(name)

    monkeypatch.setattr(hashlib, "new", without)
    assert digests_of(b"abc").sm3.startswith("66c7f0f4")


def test_where_sm3_cannot_be_computed_the_other_digest_decides() -> None:
    held = digests_of(b"abc")
    told = {"size": 3, "sha256": held.sha256, "sm3": held.sm3}
    assert Digests(3, held.sha256).same_as(told)
    assert not Digests(3, held.sha256, "0" * 64).same_as(told)
    assert not Digests(4, held.sha256).same_as(told)
