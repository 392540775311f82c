"""Make an uploaded picture safe and small: decoded, turned upright, scaled down, encoded anew without its metadata."""

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from infocus.engines.extraction.port import Limits, Picture, Reason, Unreadable

_FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
_QUALITY = 85


def run(path: Path, limits: Limits, options: Mapping[str, Any]) -> Iterator[Picture]:
    """One WebP whose longer side is at most `options["max_side"]` pixels; of a moving picture its first image.

    `options["edges"]`: what stays of the upright picture (left, top, right, bottom, as shares of its sides).
    """
    side = options["max_side"]
    with safely(), Image.open(path, formats=_FORMATS) as image:
        picture = encode(image, limits, (side, side), options.get("edges"))
    yield picture


@contextmanager
def safely() -> Iterator[None]:
    """Turn what Pillow raises on a hostile or damaged picture into `Unreadable`."""
    try:
        yield
    except Image.DecompressionBombError as error:
        raise Unreadable(Reason.BOMB, "too many pixels") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise Unreadable(Reason.BROKEN, type(error).__name__) from error


def encode(image: Image.Image, limits: Limits, box: tuple[int, int], edges: Sequence[float] | None = None) -> Picture:
    """An opened picture as WebP within a box of pixels, cropped to ``edges``. Raises `Unreadable`, and as Pillow."""
    if image.width * image.height > limits.max_pixels:
        raise Unreadable(Reason.BOMB, f"{image.width} × {image.height} pixels")
    palette = image.mode == "P"
    image.draft("RGB", box)
    small: Image.Image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    # Scaled first, turned after: turning a full-size photograph would need its memory twice.
    small.thumbnail(box, Image.Resampling.LANCZOS)
    small.info["exif"] = image.info.get("exif", b"")
    upright = ImageOps.exif_transpose(small)
    if edges:
        upright = upright.crop(_pixels(upright.size, edges))
    clean = Image.new(upright.mode, upright.size)
    clean.paste(upright)
    buffer = io.BytesIO()
    clean.save(buffer, "WEBP", quality=_QUALITY, method=4, lossless=palette)
    return Picture(0, "image/webp", clean.width, clean.height, buffer.getvalue())


def _pixels(size: tuple[int, int], edges: Sequence[float]) -> tuple[int, int, int, int]:
    """Edges in pixels, inside the picture, a pixel apart at least."""
    left, right = (min(max(round(share * size[0]), 0), size[0]) for share in edges[0::2])
    top, bottom = (min(max(round(share * size[1]), 0), size[1]) for share in edges[1::2])
    left, top = min(left, size[0] - 1), min(top, size[1] - 1)
    return left, top, max(right, left + 1), max(bottom, top + 1)
