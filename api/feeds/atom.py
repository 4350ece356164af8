"""A channel as an Atom document."""

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from api.feeds.channels import Channel
from config.addresses import absolute
from config.languages import SOURCE

MEDIA_TYPE = "application/atom+xml"


def as_atom(request: HttpRequest, channel: Channel) -> HttpResponse | None:
    """None where nothing of the kind has been published."""
    items = channel.items()
    if not items:
        return None
    feed = Atom1Feed(
        channel.title,
        absolute(request, channel.page),
        description="",
        language=SOURCE.tag,
        feed_url=absolute(request, channel.address),
        feed_guid=absolute(request, channel.address),
    )
    for item in items:
        feed.add_item(
            item.title,
            absolute(request, item.path),
            # A summary is HTML, so its signs must be those of HTML.
            escape(item.summary) or None,  # type: ignore[arg-type]
            author_name=item.author or channel.title,
            pubdate=item.published_at,
            updateddate=item.changed_at,
            unique_id=item.id,
            categories=item.categories,
        )
    answer = HttpResponse(content_type=feed.content_type)
    feed.write(answer, "utf-8")
    return answer
