"""Keeping a scan as an issue of the archive: the editor types its masthead and contents."""

import datetime
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from editorial import audit
from editorial.flows.submitting import IMPORT
from editorial.views.pages import change_url, page, require
from intake.errors import SourceError
from intake.flows.archive_contents import parse_contents
from intake.flows.archive_scan import archive_submission
from intake.models import Submission
from intake.reading import Masthead

_SERIALS = 999_999
_ID = re.compile(r"[0-9]{1,18}")


class ArchiveForm(forms.Form):
    """The masthead and contents of a scanned issue, as printed."""

    year = forms.IntegerField(label=gettext_lazy("年"), min_value=1900, max_value=2200)
    number = forms.IntegerField(label=gettext_lazy("期号"), min_value=1, max_value=9_999)
    number_end = forms.IntegerField(
        label=gettext_lazy("末期号"),
        min_value=1,
        max_value=9_999,
        required=False,
        help_text=gettext_lazy("合刊填第二个期号，否则不填"),
    )
    serial = forms.IntegerField(label=gettext_lazy("总期号"), min_value=1, max_value=_SERIALS, required=False)
    serial_end = forms.IntegerField(
        label=gettext_lazy("末总期号"), min_value=1, max_value=_SERIALS, required=False
    )
    published = forms.CharField(
        label=gettext_lazy("出版日期"),
        required=False,
        max_length=10,
        help_text=gettext_lazy("如 2018-03-15；只印到月份的填 2018-03"),
    )
    frequency = forms.CharField(
        label=gettext_lazy("刊期"), required=False, max_length=20, help_text=gettext_lazy("如：双月刊")
    )
    chief_editor = forms.CharField(label=gettext_lazy("主编"), required=False, max_length=50)
    deputy_editors = forms.CharField(
        label=gettext_lazy("副主编"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("几个人之间用顿号"),
    )
    contents = forms.CharField(
        label=gettext_lazy("目录"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 20, "cols": 80}),
        help_text=gettext_lazy(
            "照原刊录入，一行一条：标题、发文字号，行末空一格写页码。栏目单独一行，前面写 # 或放在【】里。读者可以按标题和字号查到这一期"
        ),
    )

    def clean_published(self) -> str | None:
        given: str = self.cleaned_data["published"].strip()
        if not given:
            return None
        try:
            day = datetime.date.fromisoformat(given if given.count("-") == 2 else given + "-01")
        except ValueError as fault:
            raise ValidationError(_("没有这样的日期。请写成 2018-03-15，或者 2018-03。")) from fault
        return day.isoformat() if given.count("-") == 2 else day.isoformat()[:7]

    def clean_contents(self) -> list[Any]:
        try:
            return list(parse_contents(self.cleaned_data["contents"]))
        except SourceError as fault:
            raise ValidationError(str(fault)) from fault

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for first, last in (("number", "number_end"), ("serial", "serial_end")):
            if given.get(last) and (given.get(first) or _SERIALS) > given[last]:
                self.add_error(last, _("不能小于前一个期号。"))
        return given

    def masthead(self, publication: str) -> Masthead:
        """What was typed, of the gazette of this name; every field counts as set by an editor."""
        given = self.cleaned_data
        names = [name.strip() for name in given["deputy_editors"].replace("，", "、").split("、")]
        made = Masthead(
            publication=publication,
            year=given["year"],
            number=given["number"],
            number_end=given["number_end"] or given["number"],
            serial=given["serial"],
            serial_end=given["serial_end"] or given["serial"],
            frequency=given["frequency"].strip() or None,
            published=given["published"],
            chief_editor=given["chief_editor"].strip() or None,
            deputy_editors=[name for name in names if name],
            text="",
            lines=[],
        )
        made.edited = [
            name
            for name, value in vars(made).items()
            if value and name not in {"publication", "lines", "edited"}
        ]
        return made


@require_http_methods(["GET", "POST"])
def archive(request: HttpRequest) -> HttpResponse:
    """The form for the scan that `?submission=` names; without one, the page where files are brought in."""
    user = require(request, IMPORT)
    wanted = request.GET.get("submission", "")
    if not _ID.fullmatch(wanted):
        return redirect("admin:gazette_source_import")
    submission = get_object_or_404(Submission.objects.light(), pk=int(wanted))
    if submission.state != Submission.State.SCAN:
        return redirect(change_url(submission))
    form = ArchiveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                masthead = form.masthead(submission.publication.name)
                issue = archive_submission(submission, masthead, form.cleaned_data["contents"], user)
                audit.record("archive_scan", submission, user)
            return redirect(change_url(issue))
        except SourceError as refusal:
            form.add_error(None, str(refusal))
    return page(request, "admin/editorial/archive.html", submission, title=_("作为存档期保存"), form=form)
