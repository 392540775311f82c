"""Between two tests the database is as it was at the start."""

import pytest
from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    create_engine,
    event,
    func,
    insert,
    select,
    text,
)

from tests.support import servers
from tests.support.databases import Cleaner

metadata = MetaData()
cities = Table("cities", metadata, Column("id", Integer, primary_key=True), Column("name", String))
streets = Table(
    "streets",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("city", ForeignKey("cities.id"), nullable=False),
)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request, tmp_path):
    if request.param == "sqlite":
        address = f"sqlite:///{tmp_path / 'cleaner.sqlite'}"
    else:
        address = servers.postgresql_database("cleaner").replace("postgresql:", "postgresql+psycopg:")
    engine = create_engine(address)
    if request.param == "sqlite":
        event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys = ON"))
    metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(cities), [{"id": 1, "name": "Porto"}])
    yield engine
    engine.dispose()


def test_rows_go_and_first_rows_come_back(engine):
    cleaner = Cleaner(engine, metadata)
    with engine.begin() as connection:
        connection.execute(insert(cities), [{"id": 2, "name": "Ostrava"}])
        connection.execute(insert(streets), [{"id": 7, "city": 1}])
        connection.execute(cities.update().values(name="Bilbao"))
    cleaner.clean()
    with engine.connect() as connection:
        assert connection.execute(select(cities)).all() == [(1, "Porto")]
        assert connection.scalar(select(func.count()).select_from(streets)) == 0


def test_what_was_not_written_is_not_touched(engine):
    cleaner = Cleaner(engine, metadata)
    statements = []
    with engine.begin() as connection:
        connection.execute(text("SELECT name FROM cities"))
    event.listen(engine, "before_cursor_execute", lambda *arguments: statements.append(arguments[2]))
    cleaner.clean()
    assert statements == []
