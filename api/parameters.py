"""No parameter is passed over in silence: a misspelt filter would give everything, and look like an answer."""

from collections.abc import Collection

from django.http import QueryDict
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError

BIGGEST = 2**31 - 1


def check_names(query: QueryDict, known: Collection[str]) -> None:
    """Refuse a parameter that is not known here, that is given twice, or that has no value."""
    faults = {name: [_("没有“%s”这个参数。") % name] for name in query if name not in known}
    for name, values in query.lists():
        if name in known and len(values) > 1:
            faults[name] = [_("参数“%s”只能出现一次。") % name]
        elif name in known and values == [""]:
            faults[name] = [_("参数“%s”没有值。") % name]
    if faults:
        raise ValidationError(faults)


def count(query: QueryDict, name: str, default: int, most: int) -> int:
    """A parameter that counts from 1."""
    text = query.get(name, str(default))
    if not (text.isascii() and text.isdigit() and text.strip("0")):
        raise ValidationError({name: [_("请填写大于零的整数。")]})
    # Python refuses to read very long numbers.
    if len(text) > len(str(BIGGEST)) or int(text) > most:
        raise ValidationError({name: [_("最大是 %d。") % most]})
    return int(text)
