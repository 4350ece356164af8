"""What an issue's records say, as the JSON that its PDF carries."""

import json
from io import BytesIO

import pikepdf

from gazette.models import Issue
from printing.content import content_json
from printing.render import render_issue
from tests import rooms_world
from tests import world as worlds
from tests.printing.paper import chinese, kept_in_order, records_text


def texts(told: object) -> str:
    """All wording of the content, in its order."""
    if isinstance(told, dict):
        return "".join(texts(each) for each in told.values())
    if isinstance(told, list):
        return "".join(texts(each) for each in told)
    return told if isinstance(told, str) else ""


def test_every_kind_of_record_is_told_with_its_place_in_the_source(world: worlds.World) -> None:
    rooms_world.furnish(world)
    world.first.source_lines = [[3, 9]]
    world.first.save()
    told = json.loads(content_json(world.issue))
    assert (told["format"], told["version"], told["year"], told["number"]) == ("gongbao-issue", 1, 2021, 3)
    assert told["publication"]["code"] == "yihe"
    kinds = {kind for entry in told["contents"] for kind in entry}
    assert {"document", "notice", "chronicle", "register", "meeting", "table"} <= kinds
    document = told["contents"][0]["document"]
    assert (document["title"], document["issued_on"]) == ("关于做好冬季供暖工作的通知", "2021-04-08")
    assert document["lines"] == [[3, 9]]
    assert document["attachments"] == [{"label": "附件", "title": "供暖时间表"}]
    assert document["blocks"][-1]["attachment"] == 1
    assert document["blocks"][-1]["rows"] == [["县市", "开始日期"], ["东河县", "10月15日"]]


def test_nothing_that_is_printed_is_left_out(world: worlds.World) -> None:
    rooms_world.furnish(world)
    told = set(chinese(texts(json.loads(content_json(world.issue)))))
    assert set(chinese(records_text(world.issue))) - told <= set("同志任免去职务")
    assert kept_in_order("室温不低于十八摄氏度", texts(json.loads(content_json(world.issue)))) == 1


def test_the_same_records_give_the_same_bytes(world: worlds.World) -> None:
    """Canonical: sorted keys, no spaces, UTF-8; without the numbers that records happen to have here."""
    before = content_json(world.issue)
    assert before == content_json(Issue.objects.get(pk=world.issue.pk))
    told = json.loads(before)
    again = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert before == again.encode()
    assert not {"pk", "id", "slug"} & set(told["contents"][0]["document"])
    world.first.blocks.filter(label="第一条").update(text="修订本办法。")
    assert content_json(world.issue) != before


def test_an_issue_s_pdf_carries_it(world: worlds.World) -> None:
    with pikepdf.open(BytesIO(render_issue(world.issue))) as pdf:
        held = pdf.attachments["issue.json"].get_file()
        assert held.read_bytes() == content_json(world.issue)
        assert held.mime_type == "application/json"
