"""The docx file as a package of XML parts, opened with distrust.

Refused are: what expands beyond the limit, thousands of parts, paths that lead out, macros, links to
templates, frames and objects elsewhere, DTDs, damage. Nothing outside the file is ever fetched.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from lxml import etree

from intake.errors import SourceError
from intake.sources.word.names import RELATIONSHIP

_MOST_PARTS = 2_000
# XML of a long table shrinks to a fiftieth; what shrinks further is made to fill a disk.
_MOST_EXPANSION = 200
_SMALL = 5_000_000
# Pictures elsewhere are only not shown, links only not followed; these bring in what others control.
_HARMLESS = {"hyperlink", "image"}
_LOCAL = re.compile(r"^(?:file:(?:///|/)(?!/)|[A-Za-z]:[\\/]|[^:/\\]+$)", re.I)


class Package:
    """The parts of a docx by name. Raises SourceError where the file is damaged or hostile."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as fault:
            raise damaged() from fault
        self._left = settings.SOURCE_MAX_EXPANDED_BYTES
        self._names = {info.filename.lower(): info for info in self._zip.infolist()}
        self._refuse_hostile()

    def xml(self, name: str) -> Any | None:
        """The root of an XML part; None where the file has no such part."""
        info = self._names.get(name.lstrip("/").lower())
        return None if info is None else parse(self._read(info))

    def main_part(self) -> str:
        """The name of the part that holds the text."""
        for kind, target, _mode in self._relationships("_rels/.rels"):
            if kind == "officeDocument":
                return target.lstrip("/")
        return "word/document.xml"

    def related(self, part: str) -> dict[str, str]:
        """The parts that a part names, by kind: styles, numbering, footnotes, endnotes."""
        folder, _slash, file = part.rpartition("/")
        found = self._relationships(f"{folder}/_rels/{file}.rels")
        return {kind: _joined(folder, target) for kind, target, mode in found if mode != "External"}

    def _relationships(self, name: str) -> Iterator[tuple[str, str, str]]:
        root = self.xml(name)
        if root is None:
            return
        for element in root.iter(RELATIONSHIP):
            kind = element.get("Type", "").rpartition("/")[2]
            yield kind, element.get("Target", ""), element.get("TargetMode", "Internal")

    def _refuse_hostile(self) -> None:
        entries = self._zip.infolist()
        if len(entries) > _MOST_PARTS:
            raise SourceError(
                _("文件里有 %(count)d 个部件，多得不合常理，没有读入。") % {"count": len(entries)}
            )
        if len(self._names) != len(entries) or any(_leads_out(info.filename) for info in entries):
            raise SourceError(_("文件内部的名称不合规范，可能是伪造的，没有读入。"))
        if any(info.flag_bits & 0x1 for info in entries):
            raise SourceError(_("文件有打开密码，不能读入。请去掉密码后另存，再读入。"))
        if sum(info.file_size for info in entries) > self._left or any(_is_bomb(info) for info in entries):
            raise _expands()
        self._refuse_macros()
        for name in list(self._names):
            if name.endswith(".rels"):
                self._refuse_outside(name)

    def _refuse_macros(self) -> None:
        types = self.xml("[Content_Types].xml")
        declared = "" if types is None else " ".join(e.get("ContentType", "") for e in types.iter())
        named = any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in self._names)
        if named or "macroEnabled" in declared or "vbaProject" in declared:
            raise SourceError(_("文件里有宏，不能读入。请另存为不含宏的 docx。"))

    def _refuse_outside(self, name: str) -> None:
        for kind, target, mode in self._relationships(name):
            # Word notes where on the author's own disk the template lay; nobody else can reach that.
            own_template = kind == "attachedTemplate" and _LOCAL.match(target)
            if mode == "External" and kind not in _HARMLESS and not own_template:
                raise SourceError(
                    _("文件引用了外部内容（%(kind)s：%(target)s），没有读入。请断开链接后另存，再读入。")
                    % {"kind": kind, "target": target[:80]}
                )

    def _read(self, info: zipfile.ZipInfo) -> bytes:
        """A part's bytes; what a part says of its own size is not believed."""
        try:
            with self._zip.open(info) as part:
                data = part.read(self._left + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            RuntimeError,
            NotImplementedError,
        ) as fault:
            raise damaged() from fault
        self._left -= len(data)
        if self._left < 0:
            raise _expands()
        return data


def parse(data: bytes) -> Any:
    """The root of an XML text without DTD. Nothing is fetched, no entity expanded."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        if fault.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from fault
        if "xcessive depth" in str(fault):
            raise SourceError(_("这个文件的内容嵌套太深，不能读入。")) from fault
        raise damaged() from fault
    if root.getroottree().docinfo.doctype:
        raise SourceError(_("文件里有 DTD 或实体声明，Word 文件不会这样写，没有读入。"))
    return root


def damaged() -> SourceError:
    return SourceError(_("文件不完整或已经损坏，打不开。请重新下载或另存后再试。"))


def _expands() -> SourceError:
    limit = settings.SOURCE_MAX_EXPANDED_BYTES // 1_000_000
    return SourceError(_("文件解压后太大（最多 %(limit)d MB），没有读入。") % {"limit": limit})


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    return info.file_size > _SMALL and info.file_size > _MOST_EXPANSION * max(info.compress_size, 1)


def _leads_out(name: str) -> bool:
    return name.startswith(("/", "\\")) or "\\" in name or ":" in name or ".." in name.split("/")


def _joined(folder: str, target: str) -> str:
    """A part's name as the zip has it; targets are relative to the folder of the part that names them."""
    if target.startswith("/"):
        return target[1:]
    steps: list[str] = folder.split("/") if folder else []
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)
