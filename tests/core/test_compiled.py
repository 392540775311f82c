"""Templates stay compiled between processes, and only as long as they are what they were."""

from pathlib import Path

import pytest
from flask import Flask
from jinja2 import FileSystemLoader

from infocus.core.web import compiled


def app_on(templates: Path, *folders: Path) -> Flask:
    """An app of these templates, as another process would make it."""
    app = Flask(__name__)
    app.jinja_env.loader = FileSystemLoader(templates)
    compiled.init_app(app, folders)
    return app


def said(app: Flask) -> str:
    return app.jinja_env.get_template("a.html").render()


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """One template."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.html").write_text("{{ 'one' }}")
    return tmp_path / "templates"


def test_a_template_is_compiled_once_and_again_when_it_changes(
    templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    assert said(app_on(templates, kept)) == "one"
    (file,) = kept.iterdir()
    later = app_on(templates, kept)
    with monkeypatch.context() as never:
        never.setattr(later.jinja_env, "compile", None)
        assert said(later) == "one"
    (templates / "a.html").write_text("{{ 'two' }}")
    assert said(app_on(templates, kept)) == "two"
    file.write_bytes(file.read_bytes()[:-9])
    assert said(app_on(templates, kept)) == "two"


def test_another_filter_is_another_compilation(templates: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    said(app_on(templates, kept))
    app = Flask(__name__)
    app.jinja_env.loader = FileSystemLoader(templates)
    app.jinja_env.filters["ours"] = str
    compiled.init_app(app, [kept])
    said(app)
    assert len(list(kept.iterdir())) == 2


def test_where_nothing_can_be_kept_pages_open_all_the_same(
    templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    assert said(app_on(templates, tmp_path / "file", tmp_path / "file" / "below")) == "one"
    app = app_on(templates, tmp_path / "file", tmp_path / "kept")
    monkeypatch.setattr("jinja2.bccache.tempfile.NamedTemporaryFile", full)
    assert said(app) == "one"
    assert list((tmp_path / "kept").iterdir()) == []


def full(*_args: object, **_more: object) -> None:
    """A disk without room."""
    raise OSError(28, "No space left on device")
