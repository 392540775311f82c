"""Start a draft from a file; take what its text proposes, leave it out, or put it somewhere else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Invalid, NotFound, Stale
from infocus.core.outbox import enqueue
from infocus.core.permissions import Permission, require
from infocus.engines.extraction import kinds
from infocus.library.models import DocumentRole, ReadingState
from infocus.library.services import add_document, read_again
from infocus.library.uploads import Upload
from infocus.networks.models import Network
from infocus.practices.fiches.fitting import fit, plain
from infocus.practices.fiches.found import LIMITS, PLAIN, TABLES, USE, Found, Proposed, found_of, still_open
from infocus.practices.fiches.models import Fiche, FicheState, ProposalState
from infocus.practices.fiches.queries import READ, Step, reading_key, standing
from infocus.practices.models import Practice
from infocus.practices.services import begin_practice, save_practice

TAKEN = kinds.READABLE - {kinds.CSV}
"""Kinds of files that have text to place."""
_REVISION_NOTE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What a person sent of the page: the proposal they saw, the texts and rows as they stand there.

    ``replace``: fields of the draft whose text may be put aside for what is proposed.
    """

    seen: int
    texts: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)
    replace: frozenset[str] = frozenset()


def start_from_file(actor: Actor, network: Network, upload: Upload, language: str) -> Practice:
    """A new draft with an old fiche behind it; its text is read and proposed afterwards.

    The file is the draft's source: its author and coordinator read it, also once the practice is shared.

    Raises ``NotAllowed``, ``NetworkClosed``, ``Invalid`` (a kind of file without text, an unknown language).
    """
    if upload.media_type not in TAKEN:
        raise Invalid(
            {"file": _("No text can be taken from a file of this kind. Use Word, PDF, PowerPoint or OpenDocument.")}
        )
    practice = begin_practice(actor, network, {"language": language})
    document = add_document(practice, DocumentRole.SOURCE, upload, by=actor.person, title=upload.file_name)
    db.session.add(Fiche(practice_id=practice.id, document_id=document.id))
    db.session.flush()
    return practice


def try_again(actor: Actor, fiche: Fiche) -> None:
    """Have the file read once more, or the proposal made once more; nothing happens while it is under way."""
    require(actor, Permission.EDIT_PRACTICE, fiche.practice)
    now = standing(fiche)
    if now.version.state == ReadingState.FAILED:
        read_again(now.version)
    elif now.step == Step.STOPPED:
        enqueue(READ, {"practice": fiche.practice_id}, key=reading_key(fiche.practice_id))


def keep(actor: Actor, fiche: Fiche, sent: Sent) -> None:
    """Store what was changed in the proposed texts and rows, without taking any. Raises ``Stale``, ``NotAllowed``."""
    _store(fiche, _with_sent(actor, fiche, sent))


def take(actor: Actor, fiche: Fiche, sent: Sent, names: Iterable[str]) -> list[str]:
    """Write proposals into the draft; answers which stay open because the draft has other text there.

    Raises:
        Stale: the proposal was changed since the person saw it.
        NotFound: nothing is open under one of the names.
        Invalid: a text longer than its field takes, a row that is none; nothing is stored.
    """
    found = _with_sent(actor, fiche, sent)
    values: dict[str, Any] = {}
    kept: list[str] = []
    for name in names:
        if name not in still_open(found):
            raise NotFound
        if name in TABLES:
            values[name] = _merged(fiche.practice, name, found["tables"][name]["rows"])
            found["tables"][name]["state"] = ProposalState.TAKEN
            continue
        text, proposed = found["fields"][name]["text"], found["fields"][name]
        if not text:
            proposed["state"] = ProposalState.LEFT
        elif text.startswith(present(fiche.practice, name)) or name in sent.replace:
            values[name] = text
            proposed["state"] = ProposalState.TAKEN
        else:
            kept.append(name)
    if values:
        save_practice(actor, fiche.practice, values, note=_note(fiche))
    _store(fiche, found)
    return kept


def leave(actor: Actor, fiche: Fiche, sent: Sent, name: str, *, back: bool = False) -> None:
    """Put a proposal aside, or bring it ``back``; its text stays on the page. Raises as ``take``."""
    found = _with_sent(actor, fiche, sent)
    each = found["tables"].get(name) or found["fields"].get(name)
    if each is None:
        raise NotFound
    each["state"] = ProposalState.OPEN if back else ProposalState.LEFT
    _store(fiche, found)


def place(actor: Actor, fiche: Fiche, sent: Sent, key: str, name: str) -> None:
    """Put text without a place below what is proposed for a field; what does not fit stays without one.

    Raises ``Invalid`` where nothing fits any more, and as ``take``.
    """
    found = _with_sent(actor, fiche, sent)
    rest = next((each for each in found["rest"] if each["key"] == key), None)
    if not name:
        raise Invalid(_("Choose the section this piece belongs to first."))
    if rest is None or name not in LIMITS:
        raise NotFound
    proposed = found["fields"].get(name)
    before = _standing_text(fiche.practice, name, proposed)
    joint = ("\n\n", " ")[name in PLAIN] if before else ""
    text = plain(rest["text"]) if name in PLAIN else rest["text"]
    fitting, left = fit(text, LIMITS[name] - len(before) - len(joint))
    if not fitting:
        raise Invalid(_("No room is left there: %(most)s characters fit. Shorten it first.", most=LIMITS[name]))
    sources = [] if proposed is None else proposed["sources"]
    if rest["source"] not in sources:
        sources = [*sources, rest["source"]]
    found["fields"][name] = {
        "text": f"{before}{joint}{fitting}", "sources": sources, "cut": bool(left), "state": ProposalState.OPEN
    }  # fmt: skip
    if left:
        rest["text"], rest["of"] = left, name
    else:
        found["rest"].remove(rest)
    _store(fiche, found)


def _standing_text(practice: Practice, name: str, proposed: Proposed | None) -> str:
    """What a piece is put below: what is proposed or was left out, else what the draft has by now."""
    if proposed is None or proposed["state"] == ProposalState.TAKEN:
        return present(practice, name)
    return proposed["text"]


def present(practice: Practice, name: str) -> str:
    """What the draft has in a field now."""
    return str(getattr(practice, name) if name in {"title", "summary"} else practice.content.get(name) or "")


def _with_sent(actor: Actor, fiche: Fiche, sent: Sent) -> Found:
    """The proposal with what the person changed in it. Raises ``Stale`` when it is another than they saw."""
    require(actor, Permission.EDIT_PRACTICE, fiche.practice)
    if fiche.state != FicheState.READY:
        raise NotFound
    if fiche.seen != sent.seen:
        raise Stale
    found = found_of(fiche.found)
    for name, text in sent.texts.items():
        if name in found["fields"] and found["fields"][name]["state"] == ProposalState.OPEN:
            found["fields"][name]["text"] = text
    for name, rows in sent.rows.items():
        if name in found["tables"] and found["tables"][name]["state"] == ProposalState.OPEN:
            found["tables"][name]["rows"] = [
                {column: row.get(column, "") for column in (*TABLES[name], USE)} for row in rows
            ]
    return found


def _store(fiche: Fiche, found: Found) -> None:
    fiche.found, fiche.seen = dict(found), fiche.seen + 1
    db.session.flush()


def _merged(practice: Practice, name: str, rows: Sequence[Mapping[str, str]]) -> list[Mapping[str, Any]]:
    """The draft's rows with the new ones that are to be taken below: none is put aside, and none comes twice."""
    stored: list[Mapping[str, Any]] = list(practice.content.get(name, []))
    first = TABLES[name][0]
    known = {(row.get(first), _number(row.get("value"))) for row in stored}
    wanted = [{column: row[column] for column in TABLES[name]} for row in rows if row.get(USE, USE)]
    return [*stored, *(row for row in wanted if (row[first], row["value"]) not in known)]


def _number(value: object) -> str:
    return f"{value:.10g}" if isinstance(value, float) else ""


def _note(fiche: Fiche) -> str:
    """The first taking is a version of its own; what one person takes right after it belongs to it."""
    taken = [*fiche.found["fields"].values(), *fiche.found["tables"].values()]
    if any(each["state"] == ProposalState.TAKEN for each in taken):
        return ""
    return str(_("from the file %(name)s", name=fiche.document.title))[:_REVISION_NOTE]
