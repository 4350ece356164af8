"""A picture as it came → a picture as it is kept: upright, without colour profile, data of its camera or frames.

What is written is a new file of the pixels alone; whatever else the old one held (places, names, hidden
previews, code for some viewer) is not in it. Knows no Django: it runs in a process of its own (child.py).
"""

import io
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

# 10,000 × 10,000, in RGB 300 MB when unpacked.
MAX_PIXELS = 100_000_000
# A page of A4 within its margins, in inches; what is wider than high may be set on a page that is turned.
SHORT_INCHES, LONG_INCHES = 156 / 25.4, 225 / 25.4
# What print can show: lines and letters, and photographs.
LINE_DPI, PHOTO_DPI = 600, 300
# A drawing of more bytes than this is a photograph in a drawing's clothes.
MAX_DRAWING_BYTES = 4_000_000
ENDINGS = {"PNG": "png", "JPEG": "jpg"}
_SIXTEEN_BITS = {"I;16", "I;16B", "I;16L", "I;16N"}
# What white is in these, no file says.
_MEASUREMENTS = {"F", "I"}


class NotAPictureError(Exception):
    """Why a file is not taken: `reason` is a word of apart.REASONS, `size` in pixels where it matters."""

    def __init__(self, reason: str, size: tuple[int, int] = (0, 0)) -> None:
        super().__init__(reason)
        self.reason, self.size = reason, size


@dataclass(frozen=True)
class Picture:
    """A file as it is kept; `format` is its ending, png or jpg, `width` and `height` are in pixels."""

    data: bytes
    format: str
    width: int
    height: int


def normal(data: bytes) -> Picture:
    """The picture that is kept of an uploaded file. Raises NotAPictureError; MemoryError where it is too much."""
    # Pillow's own limit is higher, and only warns: the pixels are counted here, before any is unpacked.
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF")) as image:
            return _normal(image)
    except UnidentifiedImageError as fault:
        raise NotAPictureError("format") from fault
    except (OSError, SyntaxError, ValueError) as fault:
        # What Pillow says of damaged files; MemoryError is the caller's.
        raise NotAPictureError("damaged") from fault


def _normal(image: Image.Image) -> Picture:
    if image.width * image.height > MAX_PIXELS:
        raise NotAPictureError("pixels", image.size)
    if image.mode in _MEASUREMENTS and image.format == "TIFF":
        raise NotAPictureError("format")
    # A telephone's photograph with a second one behind it (MPO) is one picture; other frames are not to be lost.
    photo = image.format in {"JPEG", "MPO"}
    if not photo and getattr(image, "n_frames", 1) > 1:
        raise NotAPictureError("frames")
    if photo:
        return _written(_plain(_fitted(image, PHOTO_DPI)), "JPEG")
    made = _written(_plain(_fitted(image, LINE_DPI)), "PNG")
    if len(made.data) > MAX_DRAWING_BYTES:
        with Image.open(io.BytesIO(made.data)) as drawn:
            made = _written(_fitted(drawn, PHOTO_DPI), "PNG")
    return made


def _fitted(image: Image.Image, dpi: int) -> Image.Image:
    """Upright, and no larger than a page can show at this resolution."""
    sides = int(SHORT_INCHES * dpi), int(LONG_INCHES * dpi)
    box = sides if image.width <= image.height else sides[::-1]
    if image.width > box[0] or image.height > box[1]:
        # So much of a large JPEG is never unpacked.
        image.draft(None, box)
        if image.mode in {"1", "P"}:
            image = _without_palette(image)
        image.thumbnail(box, Image.Resampling.LANCZOS, reducing_gap=2.0)
    return ImageOps.exif_transpose(image)


def _plain(image: Image.Image) -> Image.Image:
    """In black and white, grey or sRGB, on white paper."""
    profile = image.info.get("icc_profile")
    image = _without_palette(image) if image.mode in {"P", "PA"} else image
    if image.mode in _SIXTEEN_BITS | {"I"}:
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    elif image.mode in {"LA", "La", "RGBA", "RGBa"} or "transparency" in image.info:
        image = _on_white(image.convert("RGBA"))
    if image.mode in {"RGB", "CMYK"} and profile:
        image = _in_srgb(image, profile)
    return image if image.mode in {"1", "L", "RGB"} else image.convert("RGB")


def _without_palette(image: Image.Image) -> Image.Image:
    if image.mode == "1":
        return image.convert("L")
    return image.convert("RGBA" if "transparency" in image.info or image.mode == "PA" else "RGB")


def _on_white(image: Image.Image) -> Image.Image:
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        # A profile that cannot be read says nothing of the colours.
        return image
    return made or image


def _written(image: Image.Image, kind: str) -> Picture:
    image.info = {}
    file = io.BytesIO()
    if kind == "JPEG":
        # Colours of every pixel: red seals and letters blur otherwise.
        grey_or_colour = image.convert("L") if image.mode == "1" else image
        grey_or_colour.save(file, "JPEG", quality=90, subsampling=0, optimize=True)
    else:
        image.save(file, "PNG")
    return Picture(file.getvalue(), ENDINGS[kind], image.width, image.height)
