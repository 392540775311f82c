"""The live server of the tests is the product as people start it, and it ends when it is told to."""

import pytest
import requests


def test_it_answers_and_ends(new_server):
    server = new_server(log_format="text")
    server.start()
    assert requests.get(f"{server.url}/healthz", timeout=60).json() == {"status": "ok"}
    assert server.stop() == 0
    assert server.instance.joinpath("infocus.sqlite").is_file()


def test_a_wrong_setting_is_one_line_and_no_start(new_server):
    server = new_server(log_level="loud")
    with pytest.raises(AssertionError, match="INFOCUS_LOG_LEVEL must be debug, info, warning or error, not 'loud'"):
        server.start()
    assert len(server.log().splitlines()) == 1
