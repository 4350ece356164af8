"""What goes over the pipe comes out of it."""

from io import BytesIO

import pytest

from printing.compositor.faults import fault_of
from printing.compositor.frames import Arriving, read_frame, write_frame
from printing.compositor.order import Order
from printing.manuscript import Attached, Manuscript


def test_an_order_arrives_as_it_was_sent() -> None:
    """Text, faces, images and attached files, each with its own bytes."""
    text = Manuscript(
        "公报",
        ("<p>一", "<p>二"),
        front="<h1>目录",
        images={"map.png": b"\x89PNG", "seal.svg": b""},
        attached=(Attached("issue.json", b"{}", "application/json", "本期内容"),),
        multiple=2,
        archival=False,
    )
    sent = Order(text, {"song.otf": b"OTTO\x00", "kai.ttf": b"\x00\x01"}, text.digest, 3)
    pipe = BytesIO()
    write_frame(pipe, *sent.packed())
    pipe.seek(0)
    assert Order.unpacked(*read_frame(pipe)) == sent


def test_half_a_frame_is_no_frame() -> None:
    """What a killed process had not finished saying is not taken for its answer."""
    pipe = BytesIO()
    write_frame(pipe, {"pages": 3}, b"%PDF-1.7")
    with pytest.raises(EOFError):
        read_frame(BytesIO(pipe.getvalue()[:-1]))


def test_frames_may_arrive_in_pieces() -> None:
    """However the pipe cuts them, each comes out once, when it is whole."""
    pipe = BytesIO()
    write_frame(pipe, {"share": 5})
    write_frame(pipe, {"pages": 3}, b"%PDF-1.7")
    arriving, found = Arriving(), []
    for at in range(0, len(pipe.getvalue()), 7):
        found += arriving.taken(pipe.getvalue()[at : at + 7])
    assert found == [({"share": 5}, b""), ({"pages": 3}, b"%PDF-1.7")]


@pytest.mark.parametrize(
    ("code", "said", "fault"),
    [
        (-24, "", "time"),
        (-9, "", "killed"),
        (1, "MemoryError", "memory"),
        (-5, "GLib-ERROR: failed to allocate 4194304 bytes", "memory"),
        (1, "ZeroDivisionError", "crash"),
    ],
)
def test_a_process_that_ended_says_why(code: int, said: str, fault: str) -> None:
    assert fault_of(code, said) == fault
