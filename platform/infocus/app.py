"""The app factory: the only place that binds ports to adapters and registers features."""

from pathlib import Path
from types import ModuleType

from apiflask import APIFlask
from flask import Flask
from flask_migrate import Migrate
from flask_wtf.csrf import CSRFProtect
from sqlalchemy.pool import QueuePool
from werkzeug.middleware.proxy_fix import ProxyFix
from whitenoise import WhiteNoise

from infocus.accounts import wiring as accounts
from infocus.api import wiring as api
from infocus.comments import wiring as comments
from infocus.core import db, health, i18n, limits, logs, markup, sqlite
from infocus.core.web import assets, compiled, errors, headers, once
from infocus.demo import wiring as demo
from infocus.engines.bound import KEY, Engines
from infocus.engines.checks import storage_answers
from infocus.engines.mail.opening import open_mailer
from infocus.engines.realtime.opening import open_realtime
from infocus.engines.realtime.port import SocketRegistry
from infocus.engines.search.opening import open_index
from infocus.engines.storage.opening import open_storage
from infocus.engines.typesetting.opening import open_typesetter
from infocus.feeds import wiring as feeds
from infocus.home import wiring as home
from infocus.letterbox import wiring as letterbox
from infocus.library import wiring as library
from infocus.meetings import wiring as meetings
from infocus.networks import wiring as networks
from infocus.networks.gate import SessionGate
from infocus.notifications import wiring as notifications
from infocus.plans import wiring as plans
from infocus.practices import wiring as practices
from infocus.reviews import wiring as reviews
from infocus.settings import Settings, load

ROOT = Path(__file__).resolve().parents[2]
FEATURES: tuple[ModuleType, ...] = (
    accounts,
    networks,
    comments,
    notifications,
    library,
    practices,
    meetings,
    plans,
    reviews,
    home,
    api,
    feeds,
    letterbox,
    demo,
)


def create_app(settings: Settings | None = None) -> Flask:
    """The application, ready to serve. ``settings`` default to those of the environment.

    Raises:
        SettingsError: a setting cannot be used.
    """
    settings = settings or load()
    settings.instance.mkdir(parents=True, exist_ok=True)
    logs.configure(settings)
    app = APIFlask(
        __name__,
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "static"),
        instance_path=str(settings.instance.resolve()),
        json_errors=False,
        docs_path=None,
        spec_path=None,
    )
    app.extensions["infocus.settings"] = settings
    _configure(app, settings)
    db.init_app(app)
    Migrate(app, db.db, directory=str(ROOT / "migrations"), render_as_batch=True, compare_type=True)
    CSRFProtect(app)
    for part in (i18n, errors, health, once):
        part.init_app(app)
    headers.init_app(app, settings)
    limits.init_app(app, settings)
    assets.init_app(app, ROOT)
    app.jinja_env.filters["markdown"] = markup.render
    registry = SocketRegistry()
    app.extensions["infocus.sockets"] = registry
    for feature in FEATURES:
        feature.register(app)
    compiled.init_app(app, (ROOT / "templates" / "__pycache__", settings.instance / "templates"))
    app.extensions[KEY] = Engines(
        search=open_index(settings.search_url, settings.instance),
        storage=open_storage(settings.storage_url, settings.instance),
        mailer=open_mailer(settings.mail_url, settings.instance, settings.mail_from),
        realtime=open_realtime(app, registry, SessionGate(), settings.redis_url),
        typesetter=open_typesetter(ROOT),
    )
    health.checks(app)["storage"] = storage_answers
    _wrap(app, settings)
    return app


def _configure(app: Flask, settings: Settings) -> None:
    engine_options: dict[str, object] = {}
    if settings.sqlalchemy_url.startswith("sqlite"):
        engine_options = {"module": sqlite.MODULE, "poolclass": QueuePool, "pool_size": 8, "max_overflow": 40}
    else:
        engine_options = {"pool_pre_ping": True, "pool_size": 8, "max_overflow": 24}
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.sqlalchemy_url,
        SQLALCHEMY_ENGINE_OPTIONS=engine_options,
        SESSION_COOKIE_NAME="infocus",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.public_url.startswith("https"),
        MAX_CONTENT_LENGTH=settings.max_upload_bytes + 1_000_000,
        MAX_FORM_MEMORY_SIZE=4_000_000,
        MAX_FORM_PARTS=2_000,
        WTF_CSRF_TIME_LIMIT=None,
        BABEL_TRANSLATION_DIRECTORIES=str(Path(__file__).parent / "translations"),
        JSON_SORT_KEYS=False,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def _wrap(app: Flask, settings: Settings) -> None:
    """Built front-end files are served in front of the app, with a year to live: their names carry a hash."""
    wsgi = WhiteNoise(app.wsgi_app, max_age=31_536_000, immutable_file_test=lambda path, url: True)
    folder = ROOT / "static" / "dist"
    if folder.is_dir():
        wsgi.add_files(str(folder), prefix="static/dist/")
    vars(app)["wsgi_app"] = ProxyFix(wsgi, *[settings.proxy_count] * 5) if settings.proxy_count else wsgi
