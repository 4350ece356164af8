"""Verifying without the site: a court or an archive has the files, their manifests and a certificate."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as portal
from django.core.management import CommandError, call_command
from django.test import Client

from gazette.models import Issue
from sealing.models import Manifest
from sealing.offline import signatures as pdf_signatures
from sealing.offline.command import main
from sealing.views.tool import packed
from tests import world as worlds
from tests.sealing.conftest import seal_papers
from tests.sealing.office import UNSIGNED, Office, office, paper
from tests.world import World


@pytest.fixture
def folder(tmp_path: Path, sealed: Manifest) -> Path:
    """What an archive has: the PDF and its manifest."""
    (tmp_path / "gazette.pdf").write_bytes(paper("one"))
    (tmp_path / "manifest.json").write_bytes(sealed.data)
    return tmp_path


def verified(*arguments: object) -> tuple[int, str]:
    said: list[str] = []
    code = main([str(each) for each in arguments], said.append)
    return code, "\n".join(said)


def test_a_published_file_passes(folder: Path) -> None:
    code, said = verified(folder / "gazette.pdf", "--manifest", folder / "manifest.json")
    assert code == 0
    assert "✓ 文件 / file" in said
    assert "伊河州人民政府公报 2021年第3号" in said
    assert "没有电子签名 / not signed" in said


def test_a_double_issue_is_called_by_both_its_numbers(world: World, tmp_path: Path) -> None:
    made = worlds.issue(world.gazette, number=17)
    Issue.objects.filter(pk=made.pk).update(number_end=18)
    worlds.document(world.gazette, 17, printed_in=made)
    (tmp_path / "gazette.pdf").write_bytes(paper("one"))
    (tmp_path / "manifest.json").write_bytes(seal_papers(Issue.objects.get(pk=made.pk)).data)
    _code, said = verified(tmp_path / "gazette.pdf", "--manifest", tmp_path / "manifest.json")
    assert "2021年第17-18号 / issue 17-18" in said


def test_a_changed_file_fails(folder: Path) -> None:
    file = folder / "gazette.pdf"
    file.write_bytes(file.read_bytes() + b"\n")
    code, said = verified(file, "--manifest", folder / "manifest.json")
    assert code == 1
    assert "不在清单里" in said


def test_one_bad_file_among_good_ones_fails_all(folder: Path) -> None:
    (folder / "other.epub").write_bytes(b"another")
    code, said = verified(
        folder / "gazette.pdf", folder / "other.epub", "--manifest", folder / "manifest.json"
    )
    assert code == 1
    assert said.count("✓ 文件") == 1


def test_a_chain_is_followed_in_whatever_order_it_comes(folder: Path, world: World) -> None:
    (folder / "later.json").write_bytes(_later(world).data)
    code, said = verified("--manifest", folder / "later.json", folder / "manifest.json")
    assert code == 0
    assert said.index("/2021/3/") < said.index("/2021/5/")


def test_a_chain_with_a_changed_link_fails(folder: Path, world: World) -> None:
    later = _later(world).document.replace("2021-", "2022-").replace("gazette.epub", "gazette.xpub")
    (folder / "later.json").write_text(later)
    first = (folder / "manifest.json").read_text().replace("gazette.epub", "gazette.xpub")
    (folder / "manifest.json").write_text(first)
    code, said = verified("--manifest", folder / "manifest.json", folder / "later.json")
    assert code == 1
    assert "记下的前一份清单的摘要不符" in said


def test_a_line_end_behind_a_manifest_does_no_harm(folder: Path) -> None:
    (folder / "manifest.json").write_bytes((folder / "manifest.json").read_bytes() + b"\n")
    assert verified(folder / "gazette.pdf", "--manifest", folder / "manifest.json")[0] == 0


def test_what_is_missing_or_no_manifest_is_said(folder: Path) -> None:
    assert verified(folder / "none.pdf", "--manifest", folder / "manifest.json")[0] == 1
    code, said = verified(folder / "gazette.pdf", "--manifest", folder / "gazette.pdf")
    assert code == 1
    assert "不是本系统的清单" in said


def test_a_signature_is_judged_by_the_certificate_that_is_given(
    signed: bytes, chancery: Office, tmp_path: Path
) -> None:
    file, manifest = _written(signed, tmp_path)
    code, said = verified(file, "--manifest", manifest, "--trust", chancery.pem)
    assert code == 0
    assert "✓ 签名 / signature: 伊河州人民政府办公室" in said
    code, said = verified(file, "--manifest", manifest)
    assert code == 0
    assert "没有给出信任的证书" in said


def test_another_certificate_fails(signed: bytes, tmp_path: Path) -> None:
    file, manifest = _written(signed, tmp_path)
    stranger = office(tmp_path, "东河县某公司")
    code, said = verified(file, "--manifest", manifest, "--trust", stranger.pem)
    assert code == 1
    assert "证书不可信" in said


def test_without_pyhanko_the_digests_still_tell(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_signatures, "can_check", lambda: False)
    code, said = verified(folder / "gazette.pdf", "--manifest", folder / "manifest.json")
    assert code == 0
    assert "没有安装 pyHanko" in said


def test_the_script_needs_neither_django_nor_settings(folder: Path) -> None:
    script = Path(portal.BASE_DIR) / "scripts" / "verify-offline"
    answer = _run([sys.executable, str(script)], folder)
    assert answer.returncode == 0, answer.stderr
    assert "✓ 文件" in answer.stdout


def test_the_one_file_does_the_same_with_python_alone(folder: Path, client: Client) -> None:
    """As the site hands it out; with a Python that has nothing installed."""
    given = client.get("/verify/verify-offline.pyz")
    assert given.content == packed()
    (folder / "tool.pyz").write_bytes(given.content)
    answer = _run([sys.executable, "-I", "-S", str(folder / "tool.pyz")], folder)
    assert answer.returncode == 0, answer.stderr
    assert "✓ 文件" in answer.stdout
    (folder / "gazette.pdf").write_bytes(b"another")
    assert _run([sys.executable, "-I", "-S", str(folder / "tool.pyz")], folder).returncode == 1


def test_the_command_asks_the_sites_own_records(folder: Path, signed: bytes) -> None:
    out = StringIO()
    (folder / "signed.pdf").write_bytes(signed)
    call_command("verify_file", str(folder / "signed.pdf"), stdout=out)
    assert "是本站发布的文件" in out.getvalue()
    assert "有效" in out.getvalue()


def test_the_command_takes_a_path_from_where_it_is_called(
    tmp_path: Path, signed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "signed.pdf").write_bytes(signed)
    monkeypatch.chdir(tmp_path)
    out = StringIO()
    call_command("verify_file", "signed.pdf", stdout=out)
    assert "有效，签名以后没有改动" in out.getvalue()


def test_without_a_certificate_the_command_still_tells_changed_from_unchanged(
    tmp_path: Path, signed: bytes, settings: Any
) -> None:
    settings.SEAL = dict(UNSIGNED)
    file = tmp_path / "signed.pdf"
    file.write_bytes(signed)
    code, said = _asked(file)
    assert code == 0
    assert "签名者的身份没有核实" in said
    file.write_bytes(signed[:12] + bytes([signed[12] ^ 1]) + signed[13:])
    code, said = _asked(file)
    assert code == 1
    assert "无效：签名以后内容被改动过" in said


def test_the_command_tells_a_strangers_signature(tmp_path: Path, signed: bytes, settings: Any) -> None:
    settings.SEAL = {**settings.SEAL, "trust": [office(tmp_path, "东河县某公司").pem]}
    file = tmp_path / "signed.pdf"
    file.write_bytes(signed)
    code, said = _asked(file)
    assert code == 1
    assert "签名者不是本网站认可的" in said


def test_the_command_fails_for_a_stranger(folder: Path) -> None:
    (folder / "gazette.pdf").write_bytes(b"another")
    out = StringIO()
    with pytest.raises(CommandError, match="没有通过"):
        call_command("verify_file", str(folder / "gazette.pdf"), stdout=out)
    assert "不是本站发布的文件" in out.getvalue()
    with pytest.raises(CommandError, match="读不到文件"):
        call_command("verify_file", str(folder / "none.pdf"), stdout=out)


def test_the_command_takes_manifests_too(folder: Path) -> None:
    out = StringIO()
    manifest = ["--manifest", str(folder / "manifest.json")]
    call_command("verify_file", str(folder / "gazette.pdf"), *manifest, stdout=out)
    assert "✓ 文件" in out.getvalue()
    (folder / "gazette.pdf").write_bytes(b"another")
    with pytest.raises(CommandError):
        call_command("verify_file", str(folder / "gazette.pdf"), *manifest, stdout=out)


def _asked(file: Path) -> tuple[int, str]:
    """What the command says of a file by the site's own records."""
    out = StringIO()
    try:
        call_command("verify_file", str(file), stdout=out)
    except CommandError:
        return 1, out.getvalue()
    return 0, out.getvalue()


def _run(program: list[str], folder: Path) -> Any:
    arguments = [str(folder / "gazette.pdf"), "--manifest", str(folder / "manifest.json")]
    environment = {"PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [*program, *arguments], capture_output=True, text=True, cwd="/", env=environment, check=False
    )


def _written(pdf: bytes, folder: Path) -> tuple[Path, Path]:
    file, manifest = folder / "signed.pdf", folder / "signed.json"
    file.write_bytes(pdf)
    manifest.write_bytes(Manifest.objects.get().data)
    return file, manifest


def _later(world: World) -> Manifest:
    made = worlds.issue(world.gazette, number=5)
    worlds.document(world.gazette, 5, printed_in=made)
    return seal_papers(Issue.objects.get(pk=made.pk))
