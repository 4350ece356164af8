from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.serializers.base import (
    Lines,
    PageAddress,
    PartSerializer,
    PrintedSerializer,
    RecordSerializer,
    Ref,
    Rows,
    Spans,
    Text,
)
from documents.lookup import held_by_number
from documents.models import Attachment, Block, Citation, Document, Figure, RegisterEntry
from documents.validity import validity


class DocumentSerializer(RecordSerializer):
    publication = Ref(read_only=True, label=_("公报"))
    issue = Ref(source="entry.issue", read_only=True, allow_null=True, label=_("所在期"))
    section = serializers.CharField(
        source="entry.section.name", read_only=True, allow_null=True, label=_("栏目")
    )
    printed_page = Text(source="entry.printed_page", read_only=True, allow_null=True, label=_("原刊页码"))
    issuing_body = Ref(read_only=True, allow_null=True, label=_("机关"))
    topic = serializers.CharField(source="topic.name", read_only=True, allow_null=True, label=_("主题分类"))
    lines = Lines()

    class Meta:
        model = Document
        fields: tuple[str, ...] = (
            *("url", "page", "publication", "issue", "title", "doc_number", "kind", "issuer"),
            *("issuing_body", "addressee", "issued_on", "effective_on", "valid_until", "trial"),
            *("topic", "index_number", "section", "printed_page", "lines"),
        )


class AttachmentSerializer(PartSerializer):
    lines = Lines()

    class Meta:
        model = Attachment
        fields = ("position", "label", "title", "lines")


class FigureSerializer(PartSerializer):
    file = PageAddress(label=_("图片文件"))

    class Meta:
        model = Figure
        fields = ("file", "alt", "format", "width", "height", "sha256")


class BlockSerializer(PartSerializer):
    attachment = serializers.IntegerField(
        source="attachment.position",
        read_only=True,
        allow_null=True,
        label=_("附件"),
        help_text=_("所在附件的次序；空值是正文"),
    )
    rows = Rows(label=_("表格行"))
    spans = Spans(
        label=_("合并单元格"),
        help_text=_("每处是 [行, 列, 占几行, 占几列]，行、列从0数起；文字在左上角，其他格子为空或者重复它"),
    )
    figure = FigureSerializer(read_only=True, allow_null=True, label=_("图片"))
    lines = Lines()

    class Meta:
        model = Block
        fields = (
            *("position", "kind", "level", "label", "text", "rows", "spans", "figure"),
            *("attachment", "lines"),
        )


class CitationSerializer(PartSerializer):
    document = serializers.SerializerMethodField(label=_("本站收录的文件"))

    class Meta:
        model = Citation
        fields = ("relation", "doc_number", "title", "document")

    @extend_schema_field(Ref(allow_null=True))
    def get_document(self, citation: Citation) -> dict[str, str] | None:
        held = self.context["held"].get(citation.doc_number)
        return Ref(held, context=self.context).data if held else None


class ValiditySerializer(serializers.Serializer):
    """What can be said of a document's validity today; see documents.validity."""

    text = serializers.CharField(read_only=True, label=_("说明"))
    repealed_by = Ref(read_only=True, allow_null=True, label=_("废止它的文件"))


class DocumentDetailSerializer(DocumentSerializer):
    validity = serializers.SerializerMethodField(label=_("有效性"))
    attachments = AttachmentSerializer(many=True, read_only=True, label=_("附件"))
    blocks = BlockSerializer(many=True, read_only=True, label=_("正文"))
    citations = serializers.SerializerMethodField(label=_("引用和废止的文件"))

    class Meta(DocumentSerializer.Meta):
        fields = (
            *DocumentSerializer.Meta.fields,
            *("validity", "attachments", "blocks", "citations"),
        )

    @extend_schema_field(ValiditySerializer)
    def get_validity(self, document: Document) -> dict[str, Any]:
        return ValiditySerializer(validity(document), context=self.context).data

    @extend_schema_field(CitationSerializer(many=True))
    def get_citations(self, document: Document) -> list[dict[str, Any]]:
        citations = document.citations.all()
        held = held_by_number((each.doc_number for each in citations), document.publication_id)
        return CitationSerializer(citations, many=True, context={**self.context, "held": held}).data


class RegisterEntrySerializer(PrintedSerializer):
    document = serializers.SerializerMethodField(label=_("本站收录的文件"))

    class Meta:
        model = RegisterEntry
        fields = ("url", "page", "issue", "position", "direction", "doc_number", "title", "document", "lines")

    @extend_schema_field(Ref(allow_null=True))
    def get_document(self, line: RegisterEntry) -> dict[str, str] | None:
        publication = line.entry.issue.publication_id
        held = self.context["held"][publication].get(line.doc_number)
        return Ref(held, context=self.context).data if held else None
