"""Images of a PDF in inks."""

import zlib

import pikepdf
from django.utils.translation import gettext as _
from pikepdf import Name
from PIL import Image, ImageChops

from printing.errors import PrintingError
from printing.press.colours import RGB, kind_of

# In pixels; 300 dpi over A3. More would take more memory than a worker has.
LARGEST = 60_000_000
STRIP = 256
# By how much the channels of a grey may differ, of 255.
NEAR = 3


def inked(image: pikepdf.Stream) -> None:
    """Turn an image from the screen's colours to inks, losing nothing else; those that are not are left."""
    if image.get("/ImageMask") or kind_of(image.get("/ColorSpace")) != RGB:
        return
    width, height = int(image.Width), int(image.Height)
    if not 0 < width * height <= LARGEST:
        raise PrintingError(
            _("图片太大，不能转成印刷用的颜色：%(width)d×%(height)d 像素")
            % {"width": width, "height": height}
        )
    picture = pikepdf.PdfImage(image).as_pil_image().convert("RGB")
    grey = _is_grey(picture)
    data = _packed(picture, grey)
    for key in ("/DecodeParms", "/Decode", "/Intent", "/Mask"):
        if key in image:
            del image[key]
    image.write(data, filter=Name.FlateDecode)
    image.ColorSpace = Name.DeviceGray if grey else Name.DeviceCMYK
    image.BitsPerComponent = 8


def _is_grey(picture: Image.Image) -> bool:
    red, green, blue = picture.split()
    differences = (ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return all(each.getbbox() is None for each in (one.point(_unseen) for one in differences))


def _unseen(difference: int) -> int:
    """Nought where the eye sees none, as after a lossy packing."""
    return 0 if difference <= NEAR else difference


def _packed(picture: Image.Image, grey: bool) -> bytes:
    """The pixels, packed strip by strip, so that a large picture is not held twice."""
    packer, made = zlib.compressobj(6), []
    for top in range(0, picture.height, STRIP):
        strip = picture.crop((0, top, picture.width, min(top + STRIP, picture.height)))
        made.append(packer.compress((strip.convert("L") if grey else _in_inks(strip)).tobytes()))
    return b"".join([*made, packer.flush()])


def _in_inks(strip: Image.Image) -> Image.Image:
    """All of the grey that the three inks would make is given to black."""
    cyan, magenta, yellow = (ImageChops.invert(channel) for channel in strip.split())
    black = ImageChops.darker(ImageChops.darker(cyan, magenta), yellow)
    inks = [ImageChops.subtract(each, black) for each in (cyan, magenta, yellow)]
    return Image.merge("CMYK", [*inks, black])
