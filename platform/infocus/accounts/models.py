"""A person stays with what they wrote; an account can go."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id


class Person(Model):
    """Somebody who acts or acted here. ``former_label`` is what stays after erasure ("former officer of Ostrava")."""

    __tablename__ = "persons"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(120))
    city: Mapped[str] = mapped_column(String(120), default="")
    about: Mapped[str] = mapped_column(String(500), default="")
    language: Mapped[str] = mapped_column(String(8), default="en")
    reads: Mapped[list[str]] = mapped_column(default=list)
    time_zone: Mapped[str] = mapped_column(String(60), default="Europe/Brussels")
    picture_key: Mapped[str | None] = mapped_column(String(80))
    former_label: Mapped[str | None] = mapped_column(String(160))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    account: Mapped["Account | None"] = relationship(back_populates="person", uselist=False)

    @property
    def shown_name(self) -> str:
        """The name, or what stays when the person was erased."""
        return self.former_label or self.name


class Account(Model):
    """How a person signs in. ``email`` is stored in lower case."""

    __tablename__ = "accounts"

    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    password_hash: Mapped[str | None] = mapped_column(String(200))
    is_admin: Mapped[bool] = mapped_column(default=False)
    active: Mapped[bool] = mapped_column(default=True)
    digest: Mapped[str] = mapped_column(String(10), default="daily")
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    person: Mapped[Person] = relationship(back_populates="account", lazy="joined", innerjoin=True)


class SignInSession(Model):
    """One browser that is signed in. The cookie holds a random key of which only the hash is stored."""

    __tablename__ = "sign_in_sessions"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(ForeignKey("accounts.person_id", ondelete="CASCADE"), index=True)
    key_hash: Mapped[str] = mapped_column(String(64), unique=True)
    browser: Mapped[str] = mapped_column(String(200), default="")
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    seen_at: Mapped[datetime] = mapped_column(default=clock.now)
    expires_at: Mapped[datetime]

    account: Mapped[Account] = relationship(lazy="joined", innerjoin=True)


class Visit(Model):
    """One browser of a person without an account, let in for a while. Only a hash of the cookie's key is stored."""

    __tablename__ = "visits"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id", ondelete="CASCADE"), index=True)
    key_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    expires_at: Mapped[datetime] = mapped_column(index=True)

    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)


class ApiToken(Model):
    """A named key for programs; shown once, stored hashed. ``scopes``: ``read``, ``write``."""

    __tablename__ = "api_tokens"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(ForeignKey("accounts.person_id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(80))
    key_hash: Mapped[str] = mapped_column(String(64), unique=True)
    scopes: Mapped[list[str]]
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    expires_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]

    account: Mapped[Account] = relationship(lazy="joined", innerjoin=True)


class OneTimeLink(Model):
    """A link sent by mail that works once. ``purpose``: ``sign-in``, ``reset``, ``email``."""

    __tablename__ = "one_time_links"
    __table_args__ = (Index("ix_one_time_links_person", "person_id", "purpose"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(ForeignKey("accounts.person_id", ondelete="CASCADE"))
    purpose: Mapped[str] = mapped_column(String(10))
    key_hash: Mapped[str] = mapped_column(String(64), unique=True)
    payload: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class MailTrouble(Model):
    """Mail to an address that came back: for good (``hard``) or for now (``soft``); ``stopped_at``: none goes there."""

    __tablename__ = "mail_troubles"

    address: Mapped[str] = mapped_column(String(254), primary_key=True)
    hard: Mapped[int] = mapped_column(default=0)
    soft: Mapped[int] = mapped_column(default=0)
    kept_back: Mapped[int] = mapped_column(default=0)
    last_at: Mapped[datetime] = mapped_column(default=clock.now)
    last_status: Mapped[str] = mapped_column(String(160), default="")
    stopped_at: Mapped[datetime | None]
