"""Adapter: a bucket of any S3 store, through obstore. Credentials come from the address or from AWS_* variables."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import SplitResult, parse_qs, unquote

import obstore
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import S3Store

from infocus.engines.storage.copying import copy_limited
from infocus.engines.storage.port import BLOCK, Missing, Readable, StorageError, Stored, is_key, new_key
from infocus.engines.storage.s3_reader import RemoteFile

if TYPE_CHECKING:
    from obstore.store import ClientConfig, S3Config

SPOOL_BYTES = 1024 * 1024
"""A larger upload waits in a temporary file, not in memory: the bucket sees only what is within the limit."""


class S3Storage:
    """Files as objects `prefix/key` of one bucket."""

    def __init__(self, store: S3Store, name: str) -> None:
        self._store = store
        self._name = name

    @classmethod
    def from_url(cls, url: SplitResult) -> "S3Storage":
        """`s3://[key:secret@]bucket[/prefix][?endpoint=http://…&region=…&path_style=1]`. Raises ValueError."""
        if not url.hostname:
            raise ValueError("the s3:// address names no bucket")
        options = {name: values[-1] for name, values in parse_qs(url.query).items()}
        if unknown := options.keys() - {"endpoint", "region", "path_style"}:
            raise ValueError(f"the s3:// address has an unknown option: {min(unknown)}")
        config: S3Config = {"bucket": url.hostname, "region": options.get("region", "us-east-1")}
        client: ClientConfig = {"timeout": timedelta(seconds=60), "connect_timeout": timedelta(seconds=10)}
        if endpoint := options.get("endpoint"):
            config["endpoint"] = endpoint
            client["allow_http"] = endpoint.startswith("http://")
        config["virtual_hosted_style_request"] = options.get("path_style", "1" if "endpoint" in options else "0") != "1"
        if url.username and url.password:
            config["access_key_id"] = unquote(url.username)
            config["secret_access_key"] = unquote(url.password)
        prefix = url.path.strip("/") or None
        store = S3Store(prefix=prefix, config=config, client_options=client)
        return cls(store, f"bucket {url.hostname}" + (f", prefix {prefix}" if prefix else ""))

    def put(self, stream: Readable, limit_bytes: int) -> Stored:
        """See `Storage.put`."""
        key = new_key()
        with tempfile.SpooledTemporaryFile(max_size=SPOOL_BYTES) as spool:
            size, sha256 = copy_limited(stream, spool, limit_bytes)
            spool.seek(0)
            with self._talking():
                obstore.put(self._store, key, spool, max_concurrency=4)
        return Stored(key, size, sha256)

    def open(self, key: str) -> BinaryIO:
        """See `Storage.open`."""
        size = self.size(key)
        return BufferedReader(RemoteFile(lambda start, length: self._get(key, start, length), size), BLOCK)

    def read_range(self, key: str, start: int, length: int) -> Iterator[bytes]:
        """See `Storage.read_range`."""
        end = min(start + length, self.size(key))
        return (self._get(key, at, min(4 * BLOCK, end - at)) for at in range(start, end, 4 * BLOCK))

    def size(self, key: str) -> int:
        """See `Storage.size`."""
        with self._lookup(key):
            return obstore.head(self._store, key)["size"]

    def exists(self, key: str) -> bool:
        """See `Storage.exists`."""
        try:
            self.size(key)
        except Missing:
            return False
        return True

    def delete(self, key: str) -> None:
        """See `Storage.delete`."""
        if is_key(key):
            with self._lookup(key):
                obstore.delete(self._store, key)

    def keys(self, before: datetime) -> Iterator[str]:
        """See `Storage.keys`."""
        with self._talking():
            for chunk in obstore.list(self._store, chunk_size=500):
                yield from (item["path"] for item in chunk if is_key(item["path"]) and item["last_modified"] < before)

    @contextmanager
    def path(self, key: str) -> Iterator[Path]:
        """See `Storage.path`: a temporary copy, removed at the end."""
        with tempfile.NamedTemporaryFile(prefix="infocus-") as copy:
            for block in self.read_range(key, 0, self.size(key)):
                copy.write(block)
            copy.flush()
            yield Path(copy.name)

    def check(self) -> str:
        """See `Storage.check`."""
        stored = self.put(BytesIO(b"probe"), 5)
        try:
            if b"".join(self.read_range(stored.key, 0, 5)) != b"probe":
                raise StorageError(f"{self._name} gives back other bytes than it was given")
        finally:
            self.delete(stored.key)
        return f"S3 {self._name}"

    def _get(self, key: str, start: int, length: int) -> bytes:
        with self._lookup(key):
            return bytes(obstore.get_range(self._store, key, start=start, length=length))

    @contextmanager
    def _lookup(self, key: str) -> Iterator[None]:
        """A request about one key; a text that is no key is missing before anything is sent."""
        if not is_key(key):
            raise Missing(key)
        with self._talking():
            try:
                yield
            except (NotFoundError, FileNotFoundError) as error:
                raise Missing(key) from error

    @contextmanager
    def _talking(self) -> Iterator[None]:
        """A request; the store's own exceptions become the port's, one line long."""
        try:
            yield
        except (BaseError, FileNotFoundError) as error:
            raise StorageError(f"{self._name}: {str(error).splitlines()[0]}") from error
