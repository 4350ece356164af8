"""The forms that citizens fill."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.citizens.addresses import path_of
from portal.models import Correction, Fault, Message, Opinion

LONGEST = 5000
_FEWEST_FIGURES = 7


class ExactText(forms.CharField):
    """Text that is kept as it was typed, blanks included; only line ends become those of this system."""

    widget = forms.Textarea(attrs={"rows": 8})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(strip=False, **kwargs)

    def to_python(self, value: Any) -> str:
        text = (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")
        return text if text.strip() else ""


class MessageForm(forms.ModelForm):
    """What every message has. `website` is a trap: people do not see it, programs fill it in."""

    text = ExactText(
        label=gettext_lazy("内容"),
        max_length=LONGEST,
        error_messages={
            "required": gettext_lazy("请填写内容。"),
            "max_length": gettext_lazy("内容最多%(limit_value)d字，现在有%(show_value)d字，请缩短。"),
        },
    )
    contact = forms.CharField(
        label=gettext_lazy("怎样答复您（选填）"),
        max_length=100,
        required=False,
        help_text=gettext_lazy(
            "电子邮箱或者电话号码，只用来答复您，不会公开。不填也可以凭编号在本网站查看答复。"
        ),
        error_messages={"max_length": gettext_lazy("联系方式最多%(limit_value)d字。")},
    )
    website = forms.CharField(label=gettext_lazy("网站（请不要填写）"), required=False)

    def __init__(self, *args: Any, host: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.host = host
        self.fields["website"].widget.attrs.update(autocomplete="off")

    def clean_contact(self) -> str:
        contact: str = self.cleaned_data["contact"]
        if contact and not _is_mail(contact) and len(re.findall(r"\d", contact)) < _FEWEST_FIGURES:
            raise ValidationError(_("请填写完整的电子邮箱或者电话号码，也可以不填。"))
        return contact

    def clean_website(self) -> str:
        # A person whose browser filled it in is told; a message is never thrown away in silence.
        if self.cleaned_data["website"]:
            raise ValidationError(_("“网站”一栏用来识别自动程序，请清空后再提交。"))
        return ""


class CorrectionForm(MessageForm):
    page = forms.CharField(
        label=gettext_lazy("哪个网页（选填）"),
        max_length=500,
        required=False,
        help_text=gettext_lazy("可以粘贴网页的地址；不知道的不填，在下面说明。"),
        error_messages={"max_length": gettext_lazy("网址最多%(limit_value)d字。")},
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("是什么问题"),
        choices=Fault.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("请选择是什么问题。")},
    )

    class Meta:
        model = Correction
        fields = ["page", "kind", "text", "contact"]

    def clean_page(self) -> str:
        typed: str = self.cleaned_data["page"]
        path = path_of(typed, self.host) if typed else ""
        if path is None:
            raise ValidationError(_("这不是本网站的网址。请核对，或者清空这一栏，在下面说明。"))
        return path


class OpinionForm(MessageForm):
    class Meta:
        model = Opinion
        fields = ["text", "contact"]


def form_of(model: type[Message]) -> type[MessageForm]:
    return CorrectionForm if model is Correction else OpinionForm


def _is_mail(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
