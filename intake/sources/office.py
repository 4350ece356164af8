"""Older Word, WPS and RTF files, turned into docx by LibreOffice where it is installed."""

import dataclasses
import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

from django.utils.translation import gettext as _

from intake.errors import SourceError
from intake.sources.isolation import die_with_parent
from intake.sources.text import SourceText
from intake.sources.word.read import read_docx

# A profile of its own, made anew for every file: no macro runs, no link is followed or updated.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def program() -> str | None:
    """LibreOffice's program; None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def read_through_office(name: str, data: bytes) -> SourceText:
    """The text of a .doc, .wps or .rtf file.

    To be called in a process that is isolated and can be ended with all that it starts (worker.py).
    Raises SourceError where LibreOffice is missing or cannot open the file.
    """
    office = program()
    if office is None:
        raise SourceError(
            _(
                "读旧格式的 Word、WPS 和 RTF 文件要用 LibreOffice，服务器上没有安装（软件包 libreoffice-writer）。"
                "请另存为 docx 后再读入。"
            )
        )
    with tempfile.TemporaryDirectory(prefix="office-") as folder:
        converted = _convert(office, Path(folder), data)
    text = read_docx(name, converted)
    return dataclasses.replace(text, data=data, sha256=hashlib.sha256(data).hexdigest(), format="doc")


def _convert(office: str, folder: Path, data: bytes) -> bytes:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    source = folder / ("source.rtf" if data.startswith(b"{\\rtf") else "source.doc")
    source.write_bytes(data)
    command = [
        office,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
        "--nodefault",
        "--nolockcheck",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "out"),
        str(source),
    ]
    # The process that called this one ends whatever takes too long.
    ended = subprocess.run(  # noqa: S603
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        preexec_fn=die_with_parent,
    )
    try:
        return (folder / "out" / "source.docx").read_bytes()
    except OSError as fault:
        words = (ended.stderr or ended.stdout).decode("utf-8", errors="replace").strip()
        if "bad_alloc" in words:
            raise MemoryError from fault
        raise SourceError(
            _("LibreOffice 打不开这个文件，可能已经损坏或有密码。请另存为 docx 后再试。")
        ) from fault
