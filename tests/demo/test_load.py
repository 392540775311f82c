"""The demo networks in a database: whole, once, anew, on this machine only."""

from contextvars import Context
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from infocus.accounts.models import Account
from infocus.accounts.queries import by_email
from infocus.app import create_app
from infocus.comments.models import Comment
from infocus.comments.passages.models import CommentPlace
from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.outbox import OutboxRow
from infocus.demo import commands, jobs
from infocus.demo.content import HARBOUR, IN_FOCUS
from infocus.demo.content.travel import ASKED, TRAVELS
from infocus.demo.home import ABROAD, SIGN_IN_WORD, DemoRefused, marker
from infocus.demo.making import specs_of
from infocus.engines.bound import engines
from infocus.library.models import Document, DocumentPage, DocumentVersion
from infocus.meetings.models import Meeting, Output
from infocus.networks.actors import actor_of, actor_of_person
from infocus.notifications.models import Notification
from infocus.notifications.queries import own_notifications
from infocus.plans.models import PlanVersion
from infocus.plans.queries import sections_of
from infocus.practices.models import Practice, PracticeState
from infocus.practices.queries import to_judge
from infocus.practices.questions.models import Question
from infocus.practices.transfers.models import Transfer
from infocus.records.models import Record
from infocus.records.queries import visible
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.keeping.queries import agreed_reviews, kept
from infocus.reviews.models import LogEntry, Review
from infocus.reviews.notes.models import Note, Vote
from infocus.reviews.policy import seatings
from infocus.reviews.preparing.models import ReviewDay
from infocus.reviews.preparing.queries import in_preparation, readiness, span_of
from infocus.reviews.queries import live_reviews
from infocus.reviews.report.models import ReviewSummary
from infocus.reviews.report.queries import advice_of, all_agree, log_of
from infocus.reviews.report.sources import sources_in
from infocus.reviews.report.vocabulary import Matter, SummaryState
from infocus.reviews.room.policy import Act, writers
from infocus.reviews.room.queries import transcript
from infocus.reviews.vocabulary import Kind, Mode, Phase, ReviewState, Signed
from infocus.settings import Settings
from infocus.worker import Worker
from tests.support import servers
from tests.support.application import DATABASES
from tests.support.there import there


@pytest.fixture
def settings_here(app, session):
    found = app.extensions["infocus.settings"]
    yield found
    marker(found).unlink(missing_ok=True)


@pytest.fixture(scope="module", params=DATABASES)
def demo_app(request, tmp_path_factory):
    """An installation of its own on each database, loaded once for all tests that only read."""
    address = servers.postgresql_database("demo") if request.param == "postgresql" else ""
    app = create_app(Settings(instance=tmp_path_factory.mktemp("demo"), database_url=address, secret_key="for tests"))
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    with app.app_context():
        db.create_all()
        commands.prepare(app.extensions["infocus.settings"])
    yield app
    with app.app_context():
        engines().search.close()
        db.engine.dispose()


@pytest.fixture
def loaded(demo_app):
    with demo_app.app_context():
        yield demo_app.extensions["infocus.settings"]


def _count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def _actor(email):
    return actor_of(there(by_email(email)))


def test_everything_of_the_content_is_there(loaded):
    both = (IN_FOCUS, HARBOUR)
    wanted = {
        Account: sum(len(each.people) for each in both),
        Practice: sum(len(each.practices) + len(each.fiches) for each in both),  # and what old fiches began
        Meeting: sum(len(each.meetings) for each in both) + 2,  # and two that lie ahead
        Output: sum(len(each.outputs) for each in both) + 1,  # and one in another language
        PlanVersion: sum(len(plan.versions) for plan in IN_FOCUS.plans),
        Review: len(IN_FOCUS.reviews),
        Comment: len(IN_FOCUS.comments),
        Transfer: len(
            {(each.practice, each.receiver) for each in TRAVELS}
            | {(practice.key, row.receiver) for net in both for practice in net.practices for row in practice.transfers}
        ),
        Question: len(ASKED),
    }
    assert {model: _count(model) for model in wanted} == wanted


def test_a_second_time_changes_nothing(loaded):
    before = {model: _count(model) for model in (Record, Comment, LogEntry, Notification, OutboxRow)}
    assert "--reset" in commands.prepare(loaded)
    assert commands.prepare(loaded, if_empty=True) == ""
    assert {model: _count(model) for model in before} == before


def test_everybody_signs_in_with_the_one_word(loaded, demo_app):
    client = demo_app.test_client()
    emails = [person.email for network in (IN_FOCUS, HARBOUR) for person in network.people]
    assert set(emails) == set(db.session.scalars(select(Account.email)))
    values = {"email": "officer@porto.example", "password": SIGN_IN_WORD}
    assert Context().run(client.post, "/sign-in", data=values).status_code == 302
    assert "Rui Tavares" in Context().run(client.get, "/me").text


def test_records_have_the_dates_of_the_time(loaded):
    meeting = there(db.session.scalar(select(Meeting).where(Meeting.starts == "2017-11-22")))
    assert meeting.created_at.isoformat() == "2017-08-21T09:00:00+00:00"
    assert [session.speakers for session in meeting.sessions][-1] == "Idoia Etxeberria (Bilbao)"
    ids = list(db.session.scalars(select(Record.id).order_by(Record.created_at)))
    assert [each[:9] for each in ids] == sorted(each[:9] for each in ids)


def test_the_second_network_and_the_first_do_not_see_each_other(loaded):
    def seen(email):
        rows = db.session.scalars(visible(_actor(email), Record)).unique()
        return {(record.network.slug, record.visibility) for record in rows}

    assert {slug for slug, level in seen("officer@harbour.example") if level in {"network", "partner"}} == {
        "harbour-towns"
    }
    assert "harbour-towns" not in {slug for slug, _level in seen("officer@porto.example")}


def test_drafts_and_submitted_practices_are_whose_they_are(loaded):
    states = set(db.session.scalars(select(Practice.state)))
    assert states >= set(PracticeState) - {PracticeState.WITHDRAWN}
    waiting = to_judge(_actor("expert@infocus.example"))
    assert any(clock.now() - there(practice.submitted_at) < timedelta(days=4) for practice in waiting)
    drafts = db.session.scalars(select(Practice).where(Practice.state == PracticeState.DRAFT)).all()
    stranger = _actor("officer@ostrava.example")
    assert not any(stranger.keys & draft.stored_keys for draft in drafts)


def test_one_review_is_over_and_one_is_live_and_two_are_ahead(loaded):
    live = live_reviews(_actor("officer@bordeaux.example"))
    assert [review.mode for review in live] == ["open"]
    for review in db.session.scalars(select(Review)).unique():
        lines = transcript(_actor("expert@infocus.example"), review.id)
        assert bool(lines) == (review.state != ReviewState.PREPARING)
        assert [line["seq"] for line in lines] == list(range(1, review.room.last_seq + 1))
        assert all(line["reply_to"] < line["seq"] for line in lines if "reply_to" in line)
        assert all(line["at"] <= clock.now().isoformat() for line in lines)
    assert not live_reviews(_actor("officer@harbour.example"))
    ahead = in_preparation(_actor("officer@porto.example"), there(review).network_id)
    assert len(ahead) == 2
    assert {span_of(each).days_from(clock.now()) for each in ahead} <= {13, 14, 15, 16}


def test_notes_clusters_dots_and_advice_are_the_same_in_the_log_and_in_their_tables(loaded):
    for review in db.session.scalars(select(Review).where(Review.state != ReviewState.PREPARING)).unique():
        log = log_of(review)
        notes = db.session.scalars(select(Note).where(Note.review_id == review.id)).unique().all()
        on_wall = {note.seq: (note.text, note.section_title) for note in notes}
        entries = {each["seq"]: each for each in transcript(_actor("expert@infocus.example"), review.id)}
        shown = {seq: (e["text"], e["section_title"]) for seq, e in entries.items() if e["kind"] == Kind.NOTE}
        assert shown == on_wall
        for note in notes:
            author = entries[there(note.seq)]["author"]
            assert (author is None) == (note.signed != Signed.NAME)
        votes = select(Vote.target, func.sum(Vote.dots)).where(Vote.review_id == review.id).group_by(Vote.target)
        assert {each.seq: each.dots for each in log.clusters} == dict(db.session.execute(votes).all())
        clustered = {each.seq: {note.seq for note in each.notes} for each in log.clusters}
        assert clustered == {seq: {n.seq for n in notes if n.cluster == seq} for seq in clustered}
        assert [(each.number, each.text, each.source) for each in log.advice] == [
            (each.number, each.text, each.source) for each in advice_of(review.id)
        ]
        assert len(log.advice) >= 3
        assert all(there(each.source) in entries for each in log.advice)


def test_nobody_did_in_a_room_what_the_room_does_not_allow(loaded):
    acts = {Kind.MESSAGE: Act.SAY, Kind.SPOKEN: Act.SPOKEN, Kind.NOTE: Act.NOTE, Kind.CLUSTER: Act.CLUSTER}
    acts |= {Kind.VOTE: Act.VOTE, Kind.RECOMMENDATION: Act.RECOMMEND, Kind.PHASE: Act.PHASE}
    for review in db.session.scalars(select(Review).where(Review.state != ReviewState.PREPARING)).unique():
        phase = before = None
        for row in db.session.scalars(select(LogEntry).where(LogEntry.review_id == review.id).order_by(LogEntry.seq)):
            act = acts.get(Kind(row.kind)) or (Act.CANNOT_HEAR if row.data["move"] == "cannot_hear" else Act.FLOOR)
            if row.person_id is not None:
                seats = seatings(there(actor_of_person(row.person_id)), review)
                written_in = before if row.kind == Kind.NOTE else phase
                assert seats & writers(act, Mode(review.mode), written_in), (row.seq, act, written_in)
            if row.kind == Kind.PHASE and row.data["phase"]:
                phase, before = Phase(row.data["phase"]), phase


def test_the_review_that_is_over_has_an_agreed_summary_and_keeps_its_words(loaded):
    review = there(db.session.scalar(select(Review).where(Review.state == ReviewState.FINISHED)))
    summary = there(db.session.get(ReviewSummary, review.id))
    assert summary.state == SummaryState.AGREED
    assert all_agree(review, Matter.SUMMARY, summary.version)
    log = log_of(review)
    assert summary.takeaways == [each.words for each in log.takeaways]
    assert len(summary.takeaways) == 3
    lines = {entry.seq: entry for stretch in log.stretches for entry in stretch.lines}
    assert len(sources_in(summary.text)) >= 10
    assert set(sources_in(summary.text)) <= set(lines)
    assert kept(review).held
    assert there(kept(review).due) < clock.now()
    assert review not in agreed_reviews()


def test_what_waits_for_an_officer_is_a_review_to_read(loaded):
    porto = _actor("officer@porto.example")
    ahead = there(db.session.scalar(select(Review).where(Review.title.startswith("Peer review: Ostrava"))))
    assert ahead in in_preparation(porto, ahead.network_id)
    (seat,) = [each for each in ahead.panel if each.person_id == porto.person]
    titles = {section.key: section.title for section in sections_of(ahead.plan, ahead.plan_version)}
    assert [titles[key] for key in seat.sections] == ["Actions", "Action 1: Ten doors in the large hall"]
    found = readiness(_actor("expert@infocus.example"), ahead.network)
    first = next(each for each in found.reviews if each.review is ahead)
    assert (first.missing, len(first.open), len(first.declined), first.notes) == ([], 1, 1, 3)
    assert there(db.session.get(ReviewDay, ahead.day_id)).held_on == ahead.held_on


def test_a_few_things_are_unread_and_none_is_mailed(loaded):
    unread = select(Notification.person_id, func.count()).where(Notification.read_at.is_(None))
    counts = dict(db.session.execute(unread.group_by(Notification.person_id)).all())
    assert counts
    assert max(counts.values()) <= 2
    assert own_notifications(_actor("officer@porto.example")).items
    assert not db.session.scalars(select(Notification).where(Notification.mailed_at.is_(None))).all()


def test_files_are_made_read_and_indexed(loaded, demo_app):
    assert "still to make" in there(jobs.files_are_made())
    db.session.rollback()
    rows = db.session.scalars(select(OutboxRow).where(OutboxRow.kind == jobs.MAKE)).all()
    first = {"network": "in-focus", "files": rows[0].payload["files"]}
    db.session.rollback()
    jobs.make_files(first)  # done once more below, as after a worker that was killed: nothing is there twice
    Context().run(Worker(demo_app).drain)
    db.session.rollback()
    assert jobs.files_are_made() is None
    assert _count(DocumentVersion) == sum(len(specs_of(network)) for network in (IN_FOCUS, HARBOUR))
    versions = db.session.scalars(select(DocumentVersion)).all()
    assert {version.state for version in versions} == {"ready"}
    assert {version.created_at.year for version in versions} <= {2016, 2017, 2018, 2020}
    numbers = [(row.number, row.document_version) for row in db.session.scalars(select(PlanVersion))]
    assert all(number == file for number, file in numbers)
    assert _sections_that_changed_their_key() == []
    assert _lost_passages() == []
    assert _places_in_the_second_paper() == {"Ostrava, timber walls": "found", "a known excess of 1,500 euro": "found",
                                             "where the next cheap street is, and who owns it": "gone"}  # fmt: skip
    assert engines().search.count() > 50


def _sections_that_changed_their_key():
    """What notes, seats and recommendations point to and the plan, once it was read, does not have."""
    lost = []
    for review in db.session.scalars(select(Review)).unique():
        there_now = {section.key for section in sections_of(review.plan, review.plan_version)}
        used = {key for seat in review.panel for key in seat.sections}
        for model in (Note, Recommendation):
            used |= set(db.session.scalars(select(model.section).where(model.review_id == review.id)))
        lost += sorted(used - there_now)
    return lost


def _places_in_the_second_paper():
    """Where the comments on the paper on spaces are in its second version: their words, and whether they stand."""
    title = select(Comment.id).join(Record, Record.id == Comment.record_id).where(Record.title.startswith("Spaces for"))
    rows = select(CommentPlace).where(CommentPlace.version == 2, CommentPlace.comment_id.in_(title))
    return {row.quote: row.state for row in db.session.scalars(rows)}


def _lost_passages():
    """What comments quote and their page does not say."""
    lost = []
    for comment in db.session.scalars(select(Comment)).unique():
        if comment.anchor and comment.anchor.get("page"):
            document = db.session.get_one(Document, comment.anchor["document"])
            version = there(document.version(comment.anchor["version"]))
            page = db.session.get_one(DocumentPage, (version.id, comment.anchor["page"]))
            if comment.anchor["quote"] not in " ".join(page.text.split()):
                lost.append((comment.record.title, comment.anchor))
    return lost


def test_reset_begins_anew(settings_here):
    commands.prepare(settings_here)
    with unit_of_work():
        person = there(by_email("officer@porto.example")).person
        person.name = "Somebody Else"
    assert "is loaded" in commands.prepare(settings_here, reset=True)
    assert there(by_email("officer@porto.example")).person.name == "Rui Tavares"


def test_people_of_its_own_are_never_touched(settings_here, world):
    world.person()
    for reset in (False, True):
        with pytest.raises(DemoRefused, match="people of its own"):
            commands.prepare(settings_here, reset=reset)
    assert _count(Account) == 1
    assert not marker(settings_here).exists()


def test_it_stays_on_this_machine(settings_here):
    with pytest.raises(DemoRefused, match="INFOCUS_DEMO_PUBLIC"):
        commands.prepare(replace(settings_here, host="0.0.0.0"))
    assert _count(Account) == 0
    commands.prepare(replace(settings_here, host="0.0.0.0", demo_public=True))
    assert _count(Account) > 0
    assert "127.0.0.1" in ABROAD
