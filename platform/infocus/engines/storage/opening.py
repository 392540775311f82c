"""Choosing the adapter from an address."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from infocus.engines.storage.local import LocalStorage
from infocus.engines.storage.port import Storage
from infocus.engines.storage.s3 import S3Storage


def open_storage(url: str, instance: Path) -> Storage:
    """Bind the store of `STORAGE_URL`.

    `url` is empty (the folder `files` of the instance), `file:///folder` or `s3://bucket/…` (see `S3Storage.from_url`).
    Raises ValueError for another address, `StorageError` for a folder that cannot be written.
    """
    parts = urlsplit(url)
    match parts.scheme:
        case "":
            return LocalStorage(instance / "files")
        case "file" if parts.path.strip("/"):
            return LocalStorage(Path(unquote(parts.path)))
        case "s3":
            return S3Storage.from_url(parts)
        case _:
            raise ValueError(
                f"files cannot be kept at a {parts.scheme}:// address like this; use file:///folder or s3://bucket"
            )
