"""What is kept of a picture that an editor brings in."""

import io
import zlib

import pytest
from PIL import Image

from editorial.pictures.apart import PictureError, picture_of
from editorial.pictures.normal import NotAPictureError, normal
from tests.pictures import file_of


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_what_a_camera_noted_is_not_kept() -> None:
    """No place, no name, no profile, no words; turned as it was held."""
    exif = Image.Exif()
    exif[0x010F] = "相机".encode().decode("latin-1")
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    data = file_of("JPEG", size=(120, 80), exif=exif, comment=b"secret", dpi=(72, 72))
    assert b"secret" in data
    made = normal(data)
    assert (made.format, made.width, made.height) == ("jpg", 80, 120)
    kept = opened(made.data)
    assert not kept.getexif()
    assert set(kept.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"secret" not in made.data


def test_words_in_a_png_are_not_kept() -> None:
    from PIL.PngImagePlugin import PngInfo

    notes = PngInfo()
    notes.add_text("Author", "secret")
    assert opened(normal(file_of(pnginfo=notes)).data).info == {}


@pytest.mark.parametrize(
    ("kind", "mode", "expected"),
    [
        ("PNG", "1", "1"),
        ("PNG", "L", "L"),
        ("PNG", "LA", "RGB"),
        ("PNG", "P", "RGB"),
        ("PNG", "RGB", "RGB"),
        ("PNG", "RGBA", "RGB"),
        ("PNG", "I;16", "L"),
        ("TIFF", "1", "1"),
        ("TIFF", "CMYK", "RGB"),
        ("TIFF", "LAB", "RGB"),
        ("JPEG", "L", "L"),
        ("JPEG", "CMYK", "RGB"),
    ],
)
def test_every_kind_of_colours_becomes_one_that_every_reader_shows(
    kind: str, mode: str, expected: str
) -> None:
    made = opened(normal(file_of(kind, mode)).data)
    assert (made.mode, made.size) == (expected, (120, 80))


def test_what_is_clear_is_white_on_paper() -> None:
    clear = Image.new("RGBA", (4, 4), (0, 0, 0, 0))
    file = io.BytesIO()
    clear.save(file, "PNG")
    assert opened(normal(file.getvalue()).data).getpixel((0, 0)) == (255, 255, 255)


def test_sixteen_shades_of_bits_stay_in_their_order() -> None:
    grey = Image.new("I;16", (2, 1))
    grey.putpixel((1, 0), 0x8000)
    file = io.BytesIO()
    grey.save(file, "PNG")
    made = opened(normal(file.getvalue()).data)
    assert [made.getpixel((x, 0)) for x in (0, 1)] == [0, 128]


@pytest.mark.parametrize(
    ("kind", "mode", "size", "expected"),
    [
        # 156 mm at 600 dpi for drawings, at 300 for photographs; 225 mm upright, or along a page that is turned.
        ("PNG", "1", (8000, 4000), (5314, 2657)),
        ("PNG", "L", (4000, 8000), (2657, 5314)),
        ("JPEG", "RGB", (4000, 8000), (1328, 2657)),
        ("JPEG", "RGB", (1000, 900), (1000, 900)),
    ],
)
def test_no_more_is_kept_than_a_page_can_show(
    kind: str, mode: str, size: tuple[int, int], expected: tuple[int, int]
) -> None:
    made = normal(file_of(kind, mode, size))
    assert abs(made.width - expected[0]) <= 1
    assert abs(made.height - expected[1]) <= 1


def test_the_same_file_gives_the_same_bytes() -> None:
    assert normal(file_of("JPEG")).data == normal(file_of("JPEG")).data


def test_a_telephones_photograph_with_another_behind_it_is_one_picture() -> None:
    """Many telephones keep a preview or a map of depths in the same file (MPO)."""
    double = file_of("MPO", save_all=True, append_images=[Image.new("RGB", (120, 80), "red")])
    assert normal(double).format == "jpg"


def test_several_pages_are_not_one_picture() -> None:
    pages = file_of("TIFF", save_all=True, append_images=[Image.new("RGB", (120, 80), "red")])
    with pytest.raises(NotAPictureError) as refused:
        normal(pages)
    assert refused.value.reason == "frames"


def test_too_many_pixels_are_refused_before_they_are_unpacked() -> None:
    """The head of a file tells its size."""
    head = bytearray(file_of())
    head[16:24] = (60_000).to_bytes(4) * 2
    head[29:33] = zlib.crc32(head[12:29]).to_bytes(4)
    with pytest.raises(NotAPictureError) as refused:
        normal(bytes(head))
    assert (refused.value.reason, refused.value.size) == ("pixels", (60_000, 60_000))


def test_it_is_looked_at_by_another_process() -> None:
    """What comes back are the picture and its size, or a reason for the editor."""
    assert picture_of(file_of()) == normal(file_of())
    with pytest.raises(PictureError, match="不是 PNG、JPEG 或 TIFF"):
        picture_of(b"nothing")


@pytest.mark.parametrize(("name", "value"), [("MEMORY_MB", 1), ("MAX_BYTES", 10)])
def test_a_picture_that_takes_too_much_is_refused(
    name: str, value: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"editorial.pictures.apart.{name}", value)
    with pytest.raises(PictureError):
        picture_of(file_of())
