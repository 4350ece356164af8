"""The three roles, with separated powers: who writes, who publishes, who administers accounts."""

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db.models import Q

EDITOR, SIGNER, ADMINISTRATOR = "编辑", "签发", "系统管理"
# What an editor may delete are parts of an issue, and unused indicators; issues, documents, people and
# sources stay for good. editorial.guard says until when.
PARTS = {
    "gazette": ["entry"],
    "documents": ["block", "figure", "attachment", "citation", "registerentry"],
    "appointments": ["appointmentnotice", "appointment"],
    "chronicle": ["event", "eventofficial", "meeting"],
    "statistics": ["indicatortable", "indicator"],
}
MODELS = {
    "gazette": ["publication", "issue", "section", "entry", "body"],
    "documents": [
        *("document", "block", "figure", "attachment", "citation", "topic", "registerentry", "translation"),
    ],
    "appointments": ["appointmentnotice", "appointment", "official", "post"],
    "chronicle": ["event", "eventofficial", "meeting"],
    "statistics": ["indicatortable", "indicator"],
    "editorial": ["chronicleentry", "registerlisting"],
    "portal": ["erratum", "columnpage"],
}
# What citizens send is answered; nobody at the desk writes or deletes it.
LETTERS = {"portal": ["correction", "opinion"]}
CONTACTS = ["view_correction_contact", "view_opinion_contact"]


def make_roles(sender: Any = None, **kwargs: Any) -> None:
    """Create the groups, or put them back to what is written here; runs after every migration."""
    granted = {EDITOR: _editing(), SIGNER: _signing(), ADMINISTRATOR: _administering()}
    for name, permissions in granted.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(Permission.objects.filter(permissions))


def _viewing() -> Q:
    models = {app: [*names, "source"] if app == "gazette" else names for app, names in MODELS.items()}
    models = {**models, "intake": ["submission"], "sealing": ["manifest"]}
    viewed = _granting(models, "view") | _granting(LETTERS, "view")
    return viewed | Q(content_type__app_label="editorial", codename="view_auditrecord")


def _editing() -> Q:
    writing = _granting(MODELS, "add", "change") | _granting(PARTS, "delete")
    answering = _granting(LETTERS, "change") | Q(content_type__app_label="portal", codename__in=CONTACTS)
    return _viewing() | writing | answering | Q(content_type__app_label="gazette", codename="import_source")


def _signing() -> Q:
    return _viewing() | Q(content_type__app_label="gazette", codename="publish_issue")


def _administering() -> Q:
    accounts = _granting({"auth": ["user", "group"]}, "add", "change", "view")
    jobs = _granting({"intake": ["failedjob"]}, "view")
    return accounts | jobs | Q(content_type__app_label="editorial", codename="view_auditrecord")


def _granting(models: dict[str, list[str]], *actions: str) -> Q:
    """The permissions for these actions on these models."""
    wanted = Q(pk__in=[])
    for app, names in models.items():
        codenames = [f"{action}_{name}" for name in names for action in actions]
        wanted |= Q(content_type__app_label=app, codename__in=codenames)
    return wanted
