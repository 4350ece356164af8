"""When public records were last corrected, by the audit trail."""

import datetime
from collections.abc import Collection

from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import IntegerField, Max, Model, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

Moments = dict[int, datetime.datetime]


def last_edits(model: type[Model], pks: Collection[int], since: datetime.datetime) -> Moments:
    """When each of the records, or a part of it, was last edited after `since`; steps of publishing aside.

    The trail notes of each part to which issue, document or line of the contents it belongs.
    """
    edits = LogEntry.objects.filter(timestamp__gt=since).exclude(additional_data__has_key="flow").order_by()
    kind = ContentType.objects.get_for_model(model)
    own = edits.filter(content_type=kind, object_id__in=pks).values("object_id")
    found = _latest(own, "object_id")
    name = model._meta.model_name
    noted = edits.filter(additional_data__has_key=name)
    owner = Cast(KeyTextTransform(name, "additional_data"), IntegerField())
    parts = _latest(noted.annotate(owner=owner).filter(owner__in=pks).values("owner"), "owner")
    return {pk: max(found.get(pk, at), parts.get(pk, at)) for pk, at in (parts | found).items()}


def _latest(edits: QuerySet[LogEntry, dict[str, int]], owner: str) -> Moments:
    return dict(edits.annotate(at=Max("timestamp")).values_list(owner, "at"))
