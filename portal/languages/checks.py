"""What `manage.py check --deploy` says of the languages that are turned on."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register

from portal.languages.catalogues import faults


@register("languages", deploy=True)
def catalogues_are_complete(**kwargs: Any) -> list[CheckMessage]:
    """A warning for each language with gaps: what is missing is shown in Chinese, as after an update of the portal."""
    found = {code: len(list(faults(code))) for code, _name in settings.LANGUAGES[1:]}
    return [_warning(code, count) for code, count in found.items() if count]


def _warning(code: str, count: int) -> CheckMessage:
    return Warning(
        f"{code} 的译文有 {count} 处问题 / the catalogue of {code} has {count} faults",
        hint=f"manage.py check_catalogue {code}",
        id="languages.W001",
    )
