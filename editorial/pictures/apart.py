"""Has a picture looked at and written anew by another process, which may crash or be ended without harm.

A decoder of pictures is a large piece of C, and what it is given comes from anywhere.
"""

import json
import os
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.pictures.normal import MAX_PIXELS, Picture

MAX_BYTES = 50_000_000
SECONDS = 60
MEMORY_MB = 1500
REASONS = {
    "format": gettext_lazy("这个文件不是 PNG、JPEG 或 TIFF 图片，请另存为其中一种再上传。"),
    "damaged": gettext_lazy("这张图片不完整或已经损坏，请重新导出后再上传。"),
    "frames": gettext_lazy("这个文件里不止一张图（动画或多页），请把要用的一张另存后再上传。"),
    "memory": gettext_lazy("处理这张图片占用内存太多，请缩小后再上传。"),
    "time": gettext_lazy("处理这张图片用时太长，请缩小后再上传。"),
    "ended": gettext_lazy("这张图片读不下去，可能已经损坏。请重新导出后再上传。"),
}


class PictureError(Exception):
    """The file is not taken; the message is for the editor."""


def picture_of(data: bytes) -> Picture:
    """The picture that is kept of an uploaded file. Raises PictureError."""
    if len(data) > MAX_BYTES:
        raise PictureError(
            _("图片文件最大 %(limit)d MB，请缩小后再上传。") % {"limit": MAX_BYTES // 1_000_000}
        )
    said, made = _asked(data)
    if "refused" in said:
        raise PictureError(_refusal(said))
    return Picture(made, said["format"], said["width"], said["height"])


def _asked(data: bytes) -> tuple[dict[str, Any], bytes]:
    command = [sys.executable, "-m", "editorial.pictures.child", str(SECONDS), str(MEMORY_MB)]
    # Neither the site's secrets nor its proxies.
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    try:
        ended = subprocess.run(  # noqa: S603
            command,
            input=data,
            capture_output=True,
            cwd=settings.BASE_DIR,
            env=environment,
            timeout=SECONDS + 2,
        )
    except subprocess.TimeoutExpired:
        return {"refused": "time"}, b""
    head, _newline, made = ended.stdout.partition(b"\n")
    if ended.returncode != 0 or not head:
        return {"refused": "memory" if b"MemoryError" in ended.stderr else "ended"}, b""
    return json.loads(head), made


def _refusal(said: dict[str, Any]) -> str:
    if said["refused"] != "pixels":
        return str(REASONS[said["refused"]])
    width, height = said["size"]
    return _("图片有 %(width)d×%(height)d 像素，最多 %(most)d 万像素。请缩小后再上传。") % {
        "width": width,
        "height": height,
        "most": MAX_PIXELS // 10_000,
    }
