"""Optimistic locking: a form is saved only onto the state of the record that it was opened with."""

import hashlib
import json

from django.db.models import Model

from appointments.models import AppointmentNotice
from chronicle.models import Event
from documents.models import Document
from editorial.models import ChronicleEntry, RegisterListing
from gazette.models import Issue

PARTS: dict[type[Model], list[str]] = {
    Issue: ["entries"],
    Document: ["blocks", "figures", "attachments", "citations"],
    AppointmentNotice: ["appointments"],
    ChronicleEntry: ["events"],
    Event: ["named"],
    RegisterListing: ["register_entries"],
}


def version_of(record: Model) -> str:
    """A digest of the record and its parts as they now stand in the database."""
    model = type(record)
    state = [list(model._default_manager.filter(pk=record.pk).values_list())]
    for part in PARTS.get(model, []):
        state.append(list(getattr(record, part).order_by("pk").values_list()))
    return hashlib.sha256(json.dumps(state, default=str).encode()).hexdigest()
