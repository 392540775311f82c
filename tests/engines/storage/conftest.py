"""Both adapters for the contract: a folder, and a real S3 protocol server on loopback."""

from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from moto.server import ThreadedMotoServer

from infocus.engines.storage import Storage, open_storage


@pytest.fixture(scope="session")
def s3_endpoint() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    with urlopen(Request(f"{endpoint}/house", method="PUT"), timeout=30):
        pass
    yield endpoint
    server.stop()


@pytest.fixture(params=["local", "s3"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    if request.param == "local":
        return open_storage("", tmp_path)
    endpoint = request.getfixturevalue("s3_endpoint")
    return open_storage(f"s3://key:secret@house/{tmp_path.name}?endpoint={endpoint}", tmp_path)
