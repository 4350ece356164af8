from auditlog.models import LogEntry
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gazette.models import Entry, SectionKind

FLOW_LABELS = {
    "publish_issue": _("签发"),
    "withdraw_issue": _("撤回"),
    "seal_issue": _("登记摘要清单"),
    "publish_collection": _("签发"),
    "withdraw_document": _("撤回"),
    "publish_translation": _("签发"),
    "withdraw_translation": _("撤回"),
    "publish_erratum": _("签发"),
    "withdraw_erratum": _("撤回"),
    "publish_column_page": _("签发"),
    "withdraw_column_page": _("撤回"),
    "change_address": _("更改网址"),
    "merge_officials": _("合并"),
    "read_again": _("重新读入"),
    "read_now": _("立即读入"),
    "read_afresh": _("放弃修改并重新读入"),
    "accept_submission": _("收录来稿"),
    "discard_submission": _("放弃来稿"),
    "apply_revision": _("按更正稿更正"),
    "archive_scan": _("扫描件存档"),
    "review_submission": _("核对来稿"),
}
ACTION_LABELS = {
    LogEntry.Action.CREATE: _("新增"),
    LogEntry.Action.UPDATE: _("修改"),
    LogEntry.Action.DELETE: _("删除"),
    LogEntry.Action.ACCESS: _("查看"),
}


class AuditRecord(LogEntry):
    """An entry of the audit trail as staff read it; there is no permission to change or delete one."""

    class Meta:
        proxy = True
        verbose_name = _("操作记录")
        verbose_name_plural = _("操作记录")
        ordering = ["-timestamp", "-pk"]
        default_permissions = ["view"]

    def __str__(self) -> str:
        return f"{self.step_label} {self.object_repr}"

    @property
    def step_label(self) -> str:
        """The flow that made the entry or, for plain editing, what was done to the record."""
        flow = (self.additional_data or {}).get("flow", "")
        return str(FLOW_LABELS.get(flow) or ACTION_LABELS[self.action])

    @property
    def actor_label(self) -> str:
        return str(self.actor) if self.actor else gettext("系统")

    def change_rows(self) -> list[tuple[str, str, str]]:
        """The changed fields as people know them: name, before, after."""
        rows = [
            (self._field_name(field), _shown(change[0]), _shown(change[1]))
            for field, change in (self.changes or {}).items()
            if isinstance(change, list) and len(change) == 2
        ]
        return [(name, before, after) for name, before, after in rows if before != after]

    def _field_name(self, field: str) -> str:
        model = self.content_type.model_class()
        known: dict[str, models.Field] = {f.name: f for f in model._meta.fields} if model else {}
        return str(known[field].verbose_name) if field in known else field


def _shown(value: object) -> str:
    return "" if value in (None, "None") else str(value)


class ListingManager(models.Manager[Entry]):
    """The entries whose section is of one kind, or that hold rows of it under whatever heading."""

    def __init__(self, kind: str, rows: str) -> None:
        super().__init__()
        self.kind, self.rows = kind, rows

    def get_queryset(self) -> models.QuerySet[Entry]:
        row = Entry._meta.get_field(self.rows).related_model
        held = Q(pk__in=row.objects.values("entry"))  # type: ignore[union-attr]
        return super().get_queryset().filter(Q(section__kind=self.kind) | held)


class ChronicleEntry(Entry):
    """The line of an issue's contents under which a chronicle stands, with the events as its rows."""

    objects = ListingManager(SectionKind.CHRONICLE, "events")  # type: ignore[misc,assignment]

    class Meta:
        proxy = True
        verbose_name = _("本期要事")
        verbose_name_plural = _("各期要事")
        default_permissions = ["change", "view"]


class RegisterListing(Entry):
    """The line of an issue's contents under which a register stands, with the registered documents."""

    objects = ListingManager(SectionKind.REGISTER, "register_entries")  # type: ignore[misc,assignment]

    class Meta:
        proxy = True
        verbose_name = _("本期收发文目录")
        verbose_name_plural = _("各期收发文目录")
        default_permissions = ["change", "view"]
