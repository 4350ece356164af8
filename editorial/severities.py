"""How grave a problem of a reading is, in words; the gravest first."""

from django.utils.translation import gettext_lazy as _

SEVERITIES = {"error": _("错误"), "warning": _("疑点"), "note": _("提示")}
