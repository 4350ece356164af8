"""The pictures of a document in its form."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms.formsets import DELETION_FIELD_NAME
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from documents.figures import keep
from documents.models import Block, BlockKind, Figure
from editorial.admin.base import GuardedInline
from editorial.admin.fields import LineField
from editorial.admin.formset import PartsFormSet
from editorial.pictures.apart import MAX_BYTES, PictureError, picture_of
from editorial.pictures.normal import Picture

NEW_ONLY = ("after", "caption")


class FigureForm(forms.ModelForm):
    """A picture; a new one is put into the text behind the block of the given number."""

    picture = forms.FileField(
        label=gettext_lazy("图片文件"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/tiff"}),
    )
    alt = LineField(label=gettext_lazy("图片说明"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    after = forms.IntegerField(
        label=gettext_lazy("放在第几段后"),
        required=False,
        min_value=0,
        help_text=gettext_lazy("段的次序；不填就放在最后"),
    )
    caption = LineField(
        label=gettext_lazy("图题"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("印在图下的文字"),
    )

    class Meta:
        model = Figure
        fields = ["picture", "alt"]
        help_texts = {"alt": gettext_lazy("图上是什么，供读屏软件朗读")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._made: Picture | None = None
        # Where a saved picture stands, and what is printed under it, is in its block.
        for name in NEW_ONLY if self.instance.pk else ():
            if name in self.fields:
                self.fields[name].disabled = True

    def clean_picture(self) -> UploadedFile | None:
        """The file is looked at once all of it is there; its reading takes another process."""
        file: UploadedFile | None = self.cleaned_data["picture"]
        if file is None:
            if not self.instance.pk:
                raise ValidationError(_("请选择图片文件。保存没有成功的，图片要重新选择。"))
            return None
        try:
            # One byte more than allowed is enough to know that it is too much.
            self._made = picture_of(file.read(MAX_BYTES + 1))
        except PictureError as fault:
            raise ValidationError(str(fault)) from fault
        return file

    def save(self, commit: bool = True) -> Figure:
        figure: Figure = self.instance
        is_new = figure.pk is None
        if self._made:
            figure.sha256 = keep(self._made.data, self._made.format)
            figure.format = self._made.format
            figure.width, figure.height = self._made.width, self._made.height
        super().save(commit)
        if is_new and commit:
            place(figure, self.cleaned_data["after"], self.cleaned_data["caption"])
        return figure


def place(figure: Figure, after: int | None, caption: str) -> Block:
    """Put a figure into its document's text behind the block of this position; the caller numbers them anew."""
    blocks = figure.document.blocks.order_by("-position", "-pk")
    before = (blocks if after is None else blocks.filter(position__lte=after)).first()
    block = Block(
        document=figure.document,
        attachment=before.attachment if before else None,
        position=before.position if before else 0,
        kind=BlockKind.FIGURE,
        text=caption,
        figure=figure,
    )
    block.mark_edited(["figure", "text"])
    block.save()
    return block


class FigureFormSet(PartsFormSet):
    """A picture that the text shows is not deleted by a tick: there would be a gap."""

    def clean(self) -> None:
        # Before super().clean(), which would say it first, in words of programmers.
        for form in self.initial_forms:
            if form.cleaned_data.get(DELETION_FIELD_NAME):
                self._refuse_gap(form.instance)
        super().clean()

    def _refuse_gap(self, figure: Figure) -> None:
        shown = figure.blocks.order_by("position").first() if figure.pk else None
        if shown:
            raise ValidationError(
                _("图片“%(figure)s”用在正文第%(position)s段，请先删除那一段并保存，再删图片。")
                % {"figure": figure, "position": shown.position}
            )


def say_what_is_lost(formset: FigureFormSet) -> None:
    """Beside each file that was chosen: a page that comes back cannot hold it."""
    for form in formset.forms:
        chosen = form.files.get(form.add_prefix("picture"))
        if chosen and "picture" not in form.errors:
            form.add_error("picture", _("没有保存，图片“%(name)s”要重新选择。") % {"name": chosen.name})


class FigureInline(GuardedInline, admin.TabularInline):
    model = Figure
    form = FigureForm
    formset = FigureFormSet
    verbose_name = gettext_lazy("图片")
    verbose_name_plural = gettext_lazy("图片")
    fields = ["shown", "picture", "alt", "after", "caption"]
    readonly_fields = ["shown"]

    @admin.display(description=gettext_lazy("现有图片"))
    def shown(self, figure: Figure) -> str:
        if not figure.sha256:
            return ""
        address = reverse(
            "admin:documents_document_figure", args=[figure.document_id, figure.sha256, figure.format]
        )
        size = _("%(width)s×%(height)s 像素") % {"width": figure.width, "height": figure.height}
        return format_html(
            '<a href="{}" class="figure-shown"><img src="{}" alt="{}" loading="lazy"></a> {}',
            address,
            address,
            figure.alt,
            size,
        )
