"""Files that readers bring in to be verified: on the disk while they are looked at, then gone."""

from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# What a form has around its file.
_FRAME = 10_000


class VerifyForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("要核验的文件"),
        error_messages={
            "required": gettext_lazy("请选择一个文件。"),
            "missing": gettext_lazy("请选择一个文件。"),
            "invalid": gettext_lazy("请选择一个文件。"),
            "empty": gettext_lazy("这个文件是空的，请重新选择。"),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        field = self.fields["file"]
        field.help_text = _("PDF、EPUB 或者 Word 文件，最大 %(limit)d MB。文件核验以后不保存。") % {
            "limit": settings.VERIFY_MAX_BYTES // 1_000_000
        }
        field.widget.attrs.update(accept=".pdf,.epub,.docx")


def is_too_large(request: HttpRequest) -> bool:
    """Whether more is announced than is read; nothing beyond what is announced is ever read."""
    try:
        announced = int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return True
    return announced > settings.VERIFY_MAX_BYTES + _FRAME


def take_in_on_disk(request: HttpRequest) -> None:
    """Have the files of a request written to the disk, however small, before anything of it is read."""
    request.upload_handlers = [TemporaryFileUploadHandler(request)]


def path_of(file: TemporaryUploadedFile) -> Path:
    file.flush()
    return Path(file.temporary_file_path())
