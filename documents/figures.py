"""The files of figures: in a folder that no web server serves, each named by the digest of its bytes.

A file is written once and never changed, so that whoever has its name has these bytes. Files whose figure has been
deleted stay: an earlier state of the record may still name them.
"""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from documents.models import Block, Figure
from gazette.files import write_whole

_NAME = re.compile(r"[0-9a-f]{64}\.(png|jpg)")


class MissingFigureError(Exception):
    """A picture's file is not where it was put, or not as it was; the message names document and picture."""


def keep(data: bytes, ending: str) -> str:
    """Keep the bytes of a picture; gives their SHA-256. `ending` is a value of FigureFormat.

    A file of this name that has been damaged is replaced: whoever is told so brings the picture in again.
    """
    digest = hashlib.sha256(data).hexdigest()
    path = path_of(f"{digest}.{ending}")
    if not path.exists() or path.read_bytes() != data:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    return digest


def path_of(name: str) -> Path:
    """Where a file of this name lies, or would. Raises ValueError for what is no figure's name."""
    if not _NAME.fullmatch(name):
        raise ValueError(name)
    return Path(settings.DATA_DIR) / "figures" / name[:2] / name


def images_of(blocks: Iterable[Block]) -> dict[str, bytes]:
    """The pictures that these blocks show, by the names that `<img src>` asks for when they are printed.

    Raises MissingFigureError where one is not as it was kept.
    """
    shown = {block.figure.file_name: block.figure for block in blocks if block.figure}
    return {name: bytes_of(figure) for name, figure in shown.items()}


def bytes_of(figure: Figure) -> bytes:
    """The picture's bytes, as they were when it was kept. Raises MissingFigureError."""
    try:
        data = path_of(figure.file_name).read_bytes()
    except OSError as error:
        raise MissingFigureError(_said(figure)) from error
    if hashlib.sha256(data).hexdigest() != figure.sha256:
        raise MissingFigureError(_said(figure))
    return data


def _said(figure: Figure) -> str:
    return _("《%(document)s》的图“%(figure)s”找不到图片文件，或者文件已经损坏。请在编辑页面重新上传。") % {
        "document": figure.document.title,
        "figure": figure.alt,
    }
