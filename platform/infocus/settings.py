"""The settings: one frozen, typed object, read once from the environment (prefix ``INFOCUS_``)."""

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PREFIX = "INFOCUS_"
_BOX = re.compile(r"[A-Za-z0-9._-]{0,32}@[A-Za-z0-9.-]+\.[A-Za-z0-9-]+")


class SettingsError(ValueError):
    """A setting has a value that cannot be used; the message is one line that names it."""


def setting(doc: str, **kwargs: Any) -> Any:
    """A dataclass field that carries its one-line explanation (``infocus check`` and docs/settings.md show it)."""
    return field(metadata={"doc": doc}, **kwargs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything the environment decides. Addresses of engines are URLs; an empty one means the embedded default."""

    instance: Path = setting(
        "folder of everything that is kept: database, files, index, mail, secret key", default=Path("instance")
    )
    host: str = setting("address the server listens on", default="127.0.0.1")
    port: int = setting("port the server listens on", default=8000)
    public_url: str = setting("address people use; links in mails come from here", default="")
    trusted_hosts: tuple[str, ...] = setting(
        "Host names answered, comma separated; empty: those of public_url and loopback", default=()
    )
    proxy_count: int = setting("reverse proxies in front whose forwarded headers are believed", default=0)
    database_url: str = setting("SQLite or PostgreSQL address; empty: SQLite in the instance folder", default="")
    search_url: str = setting("search engine address", default="whoosh:///")
    redis_url: str = setting("message queue between several web processes; empty: one process", default="")
    storage_url: str = setting("where files are kept; empty: the instance folder", default="")
    mail_url: str = setting("smtp:// address; empty: files in the instance folder", default="")
    mail_from: str = setting("sender of the mails", default="In Focus Exchange <exchange@infocus.example>")
    letterbox_address: str = setting(
        "address that mail comes in at, or @domain whose mail all arrives; empty: no answers by mail", default=""
    )
    letterbox_url: str = setting(
        "imap:// or imaps:// mailbox the worker fetches mail from; empty: none", default="", repr=False
    )
    secret_key: str = setting(
        "signs cookies and links; empty: made once in the instance folder", default="", repr=False
    )
    metrics_token: str = setting("bearer token that opens /metrics; empty: loopback only", default="", repr=False)
    max_upload_mb: int = setting("largest file accepted, in MB", default=100)
    max_files_at_once: int = setting("files one person may have under way", default=100)
    max_import_mb: int = setting("largest ZIP of an import, and all that one person has under way, in MB", default=1000)
    max_import_files: int = setting("files one import may bring", default=2000)
    half_upload_days: int = setting("days after which an upload that nobody went on with is forgotten", default=3)
    max_pages: int = setting("pages of one file that are read", default=2000)
    ocr: str = setting("off, or auto: read the text of scanned pages where tesseract is installed", default="off")
    search_check: float = setting("share of searches whose hits are compared with the rights, 0 to 1", default=0.05)
    web_processes: int = setting("web processes; more than one needs redis_url", default=1)
    demo_public: bool = setting("let the demo answer from other machines", default=False)
    log_level: str = setting("debug, info, warning or error", default="info")
    log_format: str = setting("json or text", default="json")

    def __post_init__(self) -> None:
        if not 1 <= self.port <= 65535:
            raise SettingsError(f"{PREFIX}PORT must be between 1 and 65535, not {self.port}")
        if self.web_processes < 1:
            raise SettingsError(f"{PREFIX}WEB_PROCESSES must be 1 or more")
        if self.web_processes > 1 and not self.redis_url:
            raise SettingsError(
                f"{PREFIX}WEB_PROCESSES is {self.web_processes}: several processes need {PREFIX}REDIS_URL"
            )
        uploads = ("max_upload_mb", "max_files_at_once", "max_import_mb", "max_import_files", "half_upload_days")
        for name, least in (*((each, 1) for each in (*uploads, "max_pages")), ("proxy_count", 0)):
            if getattr(self, name) < least:
                raise SettingsError(f"{PREFIX}{name.upper()} must be {least} or more")
        _check_url("DATABASE_URL", self.database_url, {"", "sqlite", "postgresql", "postgresql+psycopg"})
        _check_url("SEARCH_URL", self.search_url, {"whoosh", "tantivy"})
        _check_url("REDIS_URL", self.redis_url, {"", "redis", "rediss", "unix"})
        _check_url("STORAGE_URL", self.storage_url, {"", "file", "s3"})
        _check_url("MAIL_URL", self.mail_url, {"", "file", "smtp", "smtps"})
        _check_letterbox(self.letterbox_address, self.letterbox_url)
        _check_url("PUBLIC_URL", self.public_url, {"", "http", "https"})
        if self.ocr not in {"off", "auto"}:
            raise SettingsError(f"{PREFIX}OCR must be off or auto, not {self.ocr!r}")
        if not 0 <= self.search_check <= 1:
            raise SettingsError(f"{PREFIX}SEARCH_CHECK must be between 0 and 1")
        if self.log_level not in {"debug", "info", "warning", "error"}:
            raise SettingsError(f"{PREFIX}LOG_LEVEL must be debug, info, warning or error, not {self.log_level!r}")
        if self.log_format not in {"json", "text"}:
            raise SettingsError(f"{PREFIX}LOG_FORMAT must be json or text, not {self.log_format!r}")

    @property
    def sqlalchemy_url(self) -> str:
        """The database address with its driver named."""
        if not self.database_url:
            return f"sqlite:///{(self.instance / 'infocus.sqlite').resolve()}"
        return self.database_url.replace("postgresql://", "postgresql+psycopg://", 1)

    @property
    def base_url(self) -> str:
        """The address links in mails start with, without a slash at the end."""
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")

    @property
    def max_upload_bytes(self) -> int:
        """The largest file accepted, in bytes."""
        return self.max_upload_mb * 1_000_000


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings from ``environ`` (default: the process's own).

    Raises:
        SettingsError: a value of the wrong type or out of range, or an unknown name with our prefix.
    """
    env = os.environ if environ is None else environ
    known = {f.name: f for f in fields(Settings)}
    values: dict[str, Any] = {}
    for name, raw in env.items():
        if not name.startswith(PREFIX) or name.startswith(f"{PREFIX}TEST_"):
            continue
        key = name.removeprefix(PREFIX).lower()
        if key not in known:
            raise SettingsError(f"{name} is not a setting; docs/settings.md lists them")
        values[key] = _typed(name, raw.strip(), known[key].type)
    settings = Settings(**values)
    if settings.secret_key:
        return settings
    return Settings(**(values | {"secret_key": _kept_secret(settings.instance)}))


def _typed(name: str, raw: str, kind: Any) -> Any:
    if kind is int:
        try:
            return int(raw)
        except ValueError:
            raise SettingsError(f"{name} must be a whole number, not {raw!r}") from None
    if kind is float:
        try:
            return float(raw)
        except ValueError:
            raise SettingsError(f"{name} must be a number, not {raw!r}") from None
    if kind is bool:
        if raw.lower() not in {"", "0", "1", "no", "yes", "false", "true"}:
            raise SettingsError(f"{name} must be 1 or 0, not {raw!r}")
        return raw.lower() in {"1", "yes", "true"}
    if kind is Path:
        return Path(raw)
    if kind is str:
        return raw
    return tuple(part.strip() for part in raw.split(",") if part.strip())


def _check_letterbox(address: str, url: str) -> None:
    _check_url("LETTERBOX_URL", url, {"", "imap", "imaps"})
    if address and not _BOX.fullmatch(address):
        raise SettingsError(f"{PREFIX}LETTERBOX_ADDRESS must be like exchange@city.example or @in.city.example")
    if url and not address:
        raise SettingsError(f"{PREFIX}LETTERBOX_URL needs {PREFIX}LETTERBOX_ADDRESS")


def _check_url(name: str, url: str, schemes: set[str]) -> None:
    try:
        scheme = urlsplit(url).scheme
    except ValueError:
        scheme = ""
    if scheme not in schemes or (url and not scheme):
        wanted = ", ".join(sorted(f"{s}://" for s in schemes if s))
        raise SettingsError(f"{PREFIX}{name} must begin with one of {wanted}")


def _kept_secret(instance: Path) -> str:
    """The secret key of this installation, made at the first start (mode 0600)."""
    path = instance / "secret_key"
    try:
        return path.read_text("ascii").strip()
    except FileNotFoundError:
        pass
    instance.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another process was first
        return path.read_text("ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        secret = secrets.token_hex(32)
        file.write(secret)
    return secret
