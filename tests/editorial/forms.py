"""Filling in the admin's forms as a browser does: everything as it stands, but for some changes."""

from typing import Any

from django.test import Client
from django.urls import reverse


def change_url(record: Any) -> str:
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def opened(client: Client, record: Any) -> dict[str, str]:
    """The fields of the record's form as the page shows them."""
    context = client.get(change_url(record)).context
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    filled: dict[str, str] = {}
    for form in forms:
        for field in form:
            value = field.value()
            if value is not None and value is not False:
                filled[field.html_name] = str(value.pk if hasattr(value, "pk") else value)
    return filled


def messages(response: Any) -> str:
    return "\n".join(str(message) for message in response.context["messages"])
