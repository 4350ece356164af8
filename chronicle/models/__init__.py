"""What the government did, by day (政务要事), and its executive meetings (常务会议)."""

from chronicle.models.event import Event, EventOfficial
from chronicle.models.meeting import Meeting

__all__ = ["Event", "EventOfficial", "Meeting"]
