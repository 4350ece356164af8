"""Filling in the admin's forms as a browser does: everything as it stands, but for some changes."""

from html.parser import HTMLParser
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


class _Fields(HTMLParser):
    """What a browser would send of the page's forms: fields as they stand, without buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.open: str | None = None

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        has = dict(attributes)
        name, kind = has.get("name"), has.get("type")
        if tag == "option" and self.open and ("selected" in has or self.open not in self.found):
            self.found[self.open] = has.get("value") or ""
        elif tag == "meta" or not name or "__prefix__" in name or kind in {"submit", "radio"}:
            return
        elif tag in {"select", "textarea"}:
            self.open = name
        elif kind != "checkbox" or "checked" in has:
            # A ticked box without a value is sent as "on".
            self.found[name] = has.get("value") or ("on" if kind == "checkbox" else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"select", "textarea"} and self.open:
            self.found.setdefault(self.open, "")
            self.open = None

    def handle_data(self, data: str) -> None:
        if self.open and self.lasttag == "textarea":
            self.found[self.open] = (self.found.get(self.open, "") + data).removeprefix("\n")


def shown(page: Any) -> dict[str, str]:
    """The fields of a page as a browser would send them back, line ends included."""
    parser = _Fields()
    parser.feed(page.content.decode())
    return {name: "\r\n".join(value.splitlines()) for name, value in parser.found.items()}


def beside(page: Any, field: str) -> str:
    """The messages beside a field of the page: of the record's own form or of a row's."""
    forms = [page.context["adminform"].form]
    for inline in page.context["inline_admin_formsets"]:
        forms += inline.formset.forms
    bound = next(form[name] for form in forms for name in form.fields if form.add_prefix(name) == field)
    return " ".join(bound.errors)
