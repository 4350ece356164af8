from django.utils.translation import gettext_lazy as _

from api.serializers.base import PartSerializer, PrintedSerializer, Ref
from chronicle.models import Event, EventOfficial, Meeting


class EventOfficialSerializer(PartSerializer):
    official = Ref(read_only=True, label=_("干部"))

    class Meta:
        model = EventOfficial
        fields = ("official", "office")


class EventSerializer(PrintedSerializer):
    officials = EventOfficialSerializer(source="named", many=True, read_only=True, label=_("出席干部"))

    class Meta:
        model = Event
        fields = ("url", "page", "issue", "position", "happened_on", "text", "officials", "lines")


class MeetingSerializer(PrintedSerializer):
    chair = Ref(read_only=True, allow_null=True, label=_("主持人"))

    class Meta:
        model = Meeting
        fields: tuple[str, ...] = ("url", "page", "issue", "title", "number", "held_on", "chair", "lines")


class MeetingDetailSerializer(MeetingSerializer):
    class Meta(MeetingSerializer.Meta):
        fields = (*MeetingSerializer.Meta.fields, "text")
