"""The appointments of a notice as rows: one person, one post."""

from typing import Any, cast

from auditlog.context import disable_auditlog
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.models import Appointment, Official, Post
from editorial import people
from editorial.admin.listing import RowForm, RowInline
from editorial.admin.quotation import QuotedFormSet

NO_PERSON = gettext_lazy("请填写姓名。")
NO_POST = gettext_lazy("请填写职务：任免要写明是什么职务。")
# Where static/editorial/suggest.js asks for names that are held already.
SUGGESTED = {"autocomplete": "off", "data-suggest": reverse_lazy("admin:autocomplete")}


class AppointmentForm(RowForm):
    """A row whose person and post are typed, not chosen: most of them are new to the collection."""

    official = forms.CharField(
        label=gettext_lazy("姓名"),
        max_length=110,
        error_messages={"required": NO_PERSON},
        widget=forms.TextInput(attrs={**SUGGESTED, "data-suggest-field": "official"}),
    )
    post = forms.CharField(
        label=gettext_lazy("职务"),
        error_messages={"required": NO_POST},
        widget=forms.TextInput(attrs={**SUGGESTED, "data-suggest-field": "post"}),
    )

    class Meta:
        model = Appointment
        fields = ["action", "official", "post", "note", "position"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.made: list[Official | Post] = []
        if self.instance.pk:
            self.initial["official"] = str(self.instance.official)
            self.initial["post"] = str(self.instance.post)

    def clean_official(self) -> Official:
        if "official" in self.changed_data:
            return people.official_named(self.cleaned_data["official"])
        return self.instance.official

    def clean_post(self) -> Post:
        if "post" in self.changed_data:
            return people.post_named(self.cleaned_data["post"])
        return self.instance.post

    def save(self, commit: bool = True) -> Appointment:
        for name, keep in (("official", people.kept_official), ("post", people.kept_post)):
            record, made = keep(getattr(self.instance, name))
            setattr(self.instance, name, record)
            self.made += [record] if made else []
        return super().save(commit)

    def key(self) -> tuple[str, ...]:
        """What the row says; no notice says it twice."""
        return tuple(str(self.cleaned_data.get(name) or "") for name in ("action", "official", "post"))

    def _get_validation_exclusions(self) -> set[str]:
        # They may not be saved yet; the formset sees to it that no two rows say the same.
        return {*super()._get_validation_exclusions(), "official", "post"}  # type: ignore[misc]


class AppointmentFormSet(QuotedFormSet):
    def clean(self) -> None:
        super().clean()
        seen = set()
        for form in cast(list[AppointmentForm], self.forms):
            empty = not form.has_changed() and not form.instance.pk
            if empty or form in self.deleted_forms or not all(form.key()):
                continue
            if form.key() in seen:
                form.add_error("official", _("这一任免上面已经写过一次。"))
            seen.add(form.key())

    def save(self, commit: bool = True) -> list[Appointment]:
        self._make_way()
        return super().save(commit)

    def _make_way(self) -> None:
        """A row that says now what another one said comes before that one is changed or deleted."""
        held = {
            _said(each): each.pk for each in self.instance.appointments.select_related("official", "post")
        }
        said = {_said(form.instance): form.instance.pk for form in self.initial_forms}
        blocking = [held[key] for key, pk in said.items() if held.get(key, pk) != pk]
        # What is deleted here is written anew, and logged, in a moment; or logged as deleted.
        with disable_auditlog():
            Appointment.objects.filter(pk__in=blocking).delete()


def _said(appointment: Appointment) -> tuple[str, int | None, int | None]:
    return appointment.action, appointment.official.pk, appointment.post.pk


class AppointmentInline(RowInline):
    model = Appointment
    form = AppointmentForm
    formset = AppointmentFormSet
    fields = ["action", "official", "post", "note", "position", "original_text"]
    verbose_name_plural = gettext_lazy("任免人员")
    spare_rows = 5

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("official", "post")
