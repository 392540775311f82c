"""What only one adapter has: the folder's durability and rights, the bucket's address, the choice between them."""

import os
import stat
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest

from infocus.engines.storage import StorageError, open_storage
from infocus.engines.storage.local import STALE_SECONDS, LocalStorage

KILLED = """
import os, sys
from pathlib import Path
from infocus.engines.storage.local import LocalStorage
class Stream:
    sent = False
    def read(self, size):
        if self.sent:
            os.kill(os.getpid(), 9)
        self.sent = True
        return b"x" * size
LocalStorage(Path(sys.argv[1])).put(Stream(), 10**9)
"""


def test_a_killed_upload_leaves_no_file_and_its_rest_is_swept_later(tmp_path: Path) -> None:
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], env=environ, check=False).returncode == -9
    (rest,) = (tmp_path / "incoming").iterdir()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [rest]
    LocalStorage(tmp_path)
    assert rest.exists(), "a young file may still be in work by another process"
    old = time.time() - STALE_SECONDS - 60
    os.utime(rest, (old, old))
    LocalStorage(tmp_path)
    assert not rest.exists()


def test_files_are_readable_by_the_owner_only(tmp_path: Path) -> None:
    storage = LocalStorage(tmp_path / "files")
    with storage.path(storage.put(BytesIO(b"x"), 1).key) as path:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file stands here")
    with pytest.raises(StorageError, match="cannot keep files in"):
        LocalStorage(tmp_path / "taken")


def test_the_address_chooses_the_adapter(tmp_path: Path) -> None:
    assert open_storage("", tmp_path).check() == f"local folder {tmp_path / 'files'}"
    assert open_storage(f"file://{tmp_path}/my%20files", tmp_path).check() == f"local folder {tmp_path / 'my files'}"


@pytest.mark.parametrize("url", ["ftp://host/x", "s3:///prefix", "file:///", "s3://bucket?colour=red"])
def test_an_unusable_address_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(ValueError, match=r"address|bucket"):
        open_storage(url, tmp_path)


def test_a_bucket_that_is_not_there_fails_the_check_in_words(tmp_path: Path, s3_endpoint: str) -> None:
    with pytest.raises(StorageError, match="bucket nowhere"):
        open_storage(f"s3://key:secret@nowhere?endpoint={s3_endpoint}", tmp_path).check()


def test_the_secret_is_not_in_the_message(tmp_path: Path, s3_endpoint: str) -> None:
    storage = open_storage(f"s3://key:hushhush@nowhere?endpoint={s3_endpoint}", tmp_path)
    with pytest.raises(StorageError) as failure:
        storage.put(BytesIO(b"x"), 1)
    assert "hushhush" not in str(failure.value)
