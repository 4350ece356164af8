"""The form by which a file is brought in: what can be refused at once is, all else the job finds out."""

import hashlib
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from editorial.errors import NotAllowed
from editorial.flows.submitting import IMPORT, submit
from editorial.views.pages import change_url, page, require
from gazette.models import Issue, Publication, Source
from intake.models import Submission

ENDINGS = [".txt", ".md", ".html", ".htm", ".docx", ".doc", ".wps", ".pdf"]


class ImportForm(forms.Form):
    publication = forms.ModelChoiceField(Publication.objects.all(), label=gettext_lazy("公报"))
    # An empty file has a better message of our own.
    file = forms.FileField(
        label=gettext_lazy("文件"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
        help_text=gettext_lazy(
            "一期公报，或者一组文件：纯文本（.txt、.md）、网页（.html）、Word（.docx、.doc）、WPS（.wps）或 PDF"
        ),
    )
    as_printed = forms.BooleanField(
        label=gettext_lazy("依原刊收录"),
        required=False,
        help_text=gettext_lazy("本系统使用之前已经印行的公报，照原刊收录，存疑处只作提示"),
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        name, size = file.name or "", file.size or 0
        if size == 0:
            raise ValidationError(_("文件是空的，没有文字。"))
        pdf = name.lower().endswith(".pdf")
        most = settings.SOURCE_MAX_PDF_BYTES if pdf else settings.SOURCE_MAX_BYTES
        if size > most:
            limit = most / 1_000_000
            message = _("文件太大：%(size).1f MB，最多 %(limit)d MB。")
            raise ValidationError(message % {"size": size / 1_000_000, "limit": limit})
        if not name.lower().endswith(tuple(ENDINGS)):
            message = _("不能读入这种文件。可以读入的是：%(endings)s。")
            raise ValidationError(message % {"endings": "、".join(ENDINGS)})
        return file

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("file") and given.get("publication"):
            data = given["data"] = given["file"].read()
            self._refuse_known(given["publication"], hashlib.sha256(data).hexdigest())
        return given

    def _refuse_known(self, publication: Publication, sha256: str) -> None:
        """The same file is taken in once: lead to where it is."""
        same = {"publication": publication, "sha256": sha256}
        source = Source.objects.filter(**same).only("pk", "name").first()
        waiting = Submission.objects.filter(**same).exclude(state=Submission.State.DISCARDED)
        submission = waiting.only("pk", "name", "state").first()
        if source:
            self.add_error("file", _known(_("同一文件以前读入过，没有再读："), source))
        elif submission:
            wording = _("同一文件已经送读，现在是“%(state)s”：") % {"state": submission.get_state_display()}
            self.add_error("file", _known(wording, submission))


class RevisionForm(ImportForm):
    """A corrected file of an issue; its publication is the issue's."""

    def __init__(self, issue: Issue, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.issue = issue
        del self.fields["publication"], self.fields["as_printed"]

    def clean(self) -> dict[str, Any]:
        self.cleaned_data["publication"] = self.issue.publication
        return super().clean()


@require_http_methods(["GET", "POST"])
def bring_in(request: HttpRequest) -> HttpResponse:
    """Take a file, and lead to the page that shows its reading."""
    user = require(request, IMPORT)
    form = ImportForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        given = form.cleaned_data
        try:
            submission = submit(
                given["file"].name,
                given["data"],
                given["publication"],
                user,
                as_printed=given["as_printed"],
            )
            return redirect(change_url(submission))
        except NotAllowed as refusal:
            form.add_error("file", str(refusal))
    return page(request, "admin/editorial/import.html", Source(), title=_("读入来稿"), form=form)


@require_http_methods(["GET", "POST"])
def bring_in_correction(request: HttpRequest, pk: int) -> HttpResponse:
    """The same for a corrected file of an issue that is not public."""
    user = require(request, IMPORT)
    issue = get_object_or_404(Issue.objects.select_related("publication"), pk=pk)
    form = RevisionForm(issue, request.POST or None, request.FILES or None)
    if request.method == "POST" and issue.is_published:
        form.add_error(None, _("这一期已经发布。要更正，请先撤回。"))
    if form.is_valid():
        given = form.cleaned_data
        try:
            submission = submit(
                given["file"].name,
                given["data"],
                issue.publication,
                user,
                as_printed=issue.as_printed,
                revises=issue,
            )
            return redirect(change_url(submission))
        except NotAllowed as refusal:
            form.add_error("file", str(refusal))
    return page(request, "admin/editorial/import.html", issue, title=_("读入更正稿"), form=form)


def _known(wording: str, record: Source | Submission) -> str:
    return format_html('{}<a href="{}">{}</a>', wording, change_url(record), record.name)
