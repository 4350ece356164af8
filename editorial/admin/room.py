"""The admin of a record that stands alone under its entry: a notice, a meeting, a month's table."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Field
from django.forms import ModelChoiceField, Textarea
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.admin.base import RecordAdmin
from editorial.admin.fields import LineField
from editorial.admin.place import PlacedMixin
from editorial.admin.versioned import VersionedForm, hold
from editorial.rooms import room_of, waiting
from editorial.views.pages import page
from gazette.models import Entry, SectionKind


class WaitingEntryField(ModelChoiceField):
    """A choice among the entries that wait for a record."""

    def label_from_instance(self, entry: Any) -> str:
        return f"{entry.issue} · {entry.title}"


class RoomForm(VersionedForm):
    title = LineField(label=gettext_lazy("标题"), max_length=300, widget=Textarea(attrs={"rows": 1}))

    def clean_entry(self) -> Entry:
        """An issue that was published while the form was open takes no new record."""
        entry: Entry = self.cleaned_data["entry"]
        if hold(entry.issue).is_published:
            raise ValidationError(_("这一期已经发布，不能再录入。您填写的内容没有保存；要录入，请先撤回。"))
        return entry


class RoomAdmin(PlacedMixin, RecordAdmin):
    """A new record takes its place under an entry that waits for one, and keeps it."""

    own_fields: list[Any] = []
    change_form_template = "admin/editorial/room_form.html"
    list_select_related = ["entry__issue__publication"]
    readonly_fields = ["place", "state", "origin", "edited"]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        if obj is None:
            return ["version", "entry", *self.own_fields]
        return ["version", "place", *self.own_fields, ("state", "origin", "edited")]

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name != "entry":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        return WaitingEntryField(waiting(room_of(self.model)), label=gettext_lazy("目录条目"))

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        entry = self.chosen(request)
        return {"entry": entry.pk, **self.taken_from(entry)} if entry else {}

    def taken_from(self, entry: Entry) -> dict[str, Any]:
        """What the contents say already of the record."""
        return {"title": entry.title}

    def chosen(self, request: HttpRequest) -> Entry | None:
        """The waiting entry that the address of the page names."""
        given = request.GET.get("entry", "")
        return waiting(room_of(self.model)).filter(pk=given).first() if given.isdecimal() else None

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if request.method == "GET" and self.chosen(request) is None:
            return self._choose_entry(request)
        return super().add_view(request, form_url, extra_context)

    def _choose_entry(self, request: HttpRequest) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        name = self.model._meta.verbose_name
        room = room_of(self.model)
        return page(
            request,
            "admin/editorial/choose_entry.html",
            self.model(),
            title=_("增加%(name)s") % {"name": name},
            entries=waiting(room),
            kind=SectionKind(room.kind).label,
        )

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What is public is not taken away by an editor alone."""
        public = obj is not None and obj.entry.issue.is_published
        return super().has_delete_permission(request, obj) and not public
