"""The form of a record that several people may have open at once."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from editorial.audit import records_about
from editorial.guard import issue_of, may_edit
from editorial.versions import version_of
from gazette.models import Issue


class VersionedForm(forms.ModelForm):
    """Refuses to save over what somebody else has changed, or over what has been published, meanwhile.

    What was typed stays on the page.
    """

    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "version" in self.fields:
            self.initial["version"] = version_of(self.instance)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk:
            current = locked(self.instance)
            if not may_edit(current):
                raise ValidationError(_("这一内容已经发布。您填写的内容没有保存；要修改，请先撤回。"))
            if cleaned.get("version") != version_of(current):
                raise ValidationError(_stale_message(current))
        return cleaned

    def has_changed(self) -> bool:
        return bool([name for name in self.changed_data if name != "version"])


def locked(record: Model) -> Model:
    """The record as it now is, held until the transaction ends; its issue first, as publishing does."""
    issue = issue_of(type(record)._default_manager.get(pk=record.pk))
    if issue:
        hold(issue)
    return type(record)._default_manager.select_for_update(of=["self"]).get(pk=record.pk)


def hold(issue: Issue) -> Issue:
    """The issue as it now is; nobody publishes it until the transaction ends."""
    return Issue.objects.select_for_update().get(pk=issue.pk)


def _stale_message(record: Model) -> str:
    last = records_about(record).first()
    who = last.actor_label if last else _("另一人")
    return _(
        "您打开本页以后，%(who)s 改动了这里的内容，所以没有保存，以免覆盖。"
        "您填写的内容都还在本页：请在新窗口打开这一条，核对后把您的改动填进去。"
    ) % {"who": who}
