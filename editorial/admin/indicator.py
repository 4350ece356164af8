"""Months of indicators in the admin: a month's table as a grid, and the list of indicators."""

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet
from django.forms import BaseModelForm
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.admin.fields import MonthField
from editorial.admin.grid import GridField, GridWidget
from editorial.admin.quotation import Quotation, QuotedMixin
from editorial.admin.reference import ReferenceAdmin
from editorial.admin.room import RoomAdmin, RoomForm
from editorial.figures import faults_in
from editorial.grid import Grid, Rows
from gazette.models import Entry, Publication
from gazette_statistics.models import Indicator, IndicatorTable
from intake.flows.make_tables import derive_observations


class TableForm(RoomForm):
    month = MonthField(
        label=gettext_lazy("月份"), widget=forms.TextInput(attrs={"placeholder": "2018-02", "size": 10})
    )
    rows = GridField(
        label=gettext_lazy("表格"),
        help_text=gettext_lazy("新行写在末尾的空行里，用“次序”放到该在的位置；清空整行即删去这一行。"),
    )

    class Meta:
        model = IndicatorTable
        fields = "__all__"

    def clean_rows(self) -> Rows:
        """The rows, once every figure that was typed can be read as one."""
        typed: Grid = self.cleaned_data["rows"]
        before: Rows = self.instance.rows if self.instance.pk else []
        if self.instance.pk and "rows" not in self.changed_data:
            return before
        grid = typed.settled(before)
        faults = faults_in(grid, before)
        if faults:
            cast(GridWidget, self.fields["rows"].widget).faults = faults
            raise ValidationError(list(dict.fromkeys(faults.values())))
        if not grid.lines:
            raise ValidationError(_("请至少填写一行。"))
        self.origins = [0, *(line.origin for line in grid.lines)]
        return grid.rows()

    def save(self, commit: bool = True) -> IndicatorTable:
        lines = self.instance.row_lines
        if lines and hasattr(self, "origins"):
            known = dict(enumerate(lines))
            self.instance.row_lines = [None if o is None else known.get(o) for o in self.origins]
        return super().save(commit)


@admin.register(IndicatorTable)
class TableAdmin(QuotedMixin, RoomAdmin):
    form = TableForm
    ordering = ["-month", "-pk"]
    list_display = ["title", "month_label", "figures", "issue_label", "state"]
    list_filter = ["entry__issue__publication"]
    search_fields = ["title", "observations__indicator__name"]
    search_help_text = gettext_lazy("按标题或指标查找")
    date_hierarchy = "month"
    own_fields = ["title", "month", "rows"]
    readonly_fields = [*RoomAdmin.readonly_fields, "printed", "original_text"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(figure_total=Count("observations", distinct=True))

    def get_fields(self, request: HttpRequest, obj: IndicatorTable | None = None) -> list[Any]:
        fields = super().get_fields(request, obj)
        if obj and not self.has_change_permission(request, obj):
            fields[fields.index("rows")] = "printed"
        return [*fields, "original_text"] if obj and obj.source_id else fields

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> IndicatorTable | None:
        table: Any = super().get_object(request, object_id, from_field)
        if table:
            table.quotation = Quotation(table.source).of(table)
        return table

    @admin.display(description=gettext_lazy("月份"), ordering="month")
    def month_label(self, table: IndicatorTable) -> str:
        return f"{table.month:%Y-%m}"

    @admin.display(description=gettext_lazy("数据"))
    def figures(self, table: Any) -> int:
        return int(table.figure_total)

    @admin.display(description=gettext_lazy("表格"))
    def printed(self, table: IndicatorTable) -> str:
        return render_to_string("admin/editorial/printed_table.html", {"rows": table.rows})

    def taken_from(self, entry: Entry) -> dict[str, Any]:
        return {**super().taken_from(entry), "rows": labels_of_last_month(entry.issue.publication)}

    def save_model(self, request: HttpRequest, obj: Any, form: BaseModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change or {"rows", "month"} & set(form.changed_data):
            derive_observations(obj)


def labels_of_last_month(publication: Publication) -> Rows:
    """The newest table's first column, to be filled in anew.

    A head with a figure in it names its month, which is not the new one's.
    """
    last = (
        IndicatorTable.objects.filter(entry__issue__publication=publication).order_by("-month", "-pk").first()
    )
    if last is None or not last.rows:
        return []
    head = ["" if any(map(str.isdigit, cell)) else cell for cell in last.rows[0]]
    return [head, *([row[0], *[""] * (len(head) - 1)] for row in last.rows[1:] if row and row[0])]


@admin.register(Indicator)
class IndicatorAdmin(ReferenceAdmin):
    """Indicators are made of the tables' rows, which is where their names are written."""

    list_display = ["name", "parent", "unit", "publication"]
    list_filter = ["publication"]
    list_select_related = ["parent", "publication"]
    search_fields = ["name", "parent__name"]
    search_help_text = gettext_lazy("按指标或上级指标查找")
    fields = ["name", "parent", "publication", "unit", "position"]
    readonly_fields = ["name", "parent", "publication"]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
