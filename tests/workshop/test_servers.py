"""The servers of a test run are real, private and shared."""

import psycopg
import pytest
import redis as redis_client

from tests.support import servers


@pytest.fixture
def database():
    return servers.postgresql_database("workshop")


def test_a_database_is_empty_and_ours(database):
    with psycopg.connect(database) as connection:
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        version = connection.execute("SHOW server_version_num").fetchone()
    assert tables == (0,)
    assert version is not None
    assert int(version[0]) >= 140000


def test_one_server_for_the_whole_run():
    assert servers.postgresql() == servers.postgresql()
    assert servers.redis() == servers.redis()


def test_redis_keeps_nothing():
    with redis_client.from_url(servers.redis()) as client:
        assert client.config_get("save") == {"save": ""}
        assert client.config_get("appendonly") == {"appendonly": "no"}
