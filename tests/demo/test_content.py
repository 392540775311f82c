"""The demo's content keeps the limits people are held to, and every reference in it leads somewhere."""

import unicodedata
from collections import Counter
from itertools import chain

import pytest

from infocus.core.dates import StatedDate
from infocus.demo.content import HARBOUR, IN_FOCUS
from infocus.demo.content.records import Practice
from infocus.demo.content.shapes import DemoNetwork
from infocus.vocabularies.registry import VOCABULARIES, label, unknown

WORKING_LANGUAGES = {"en", "es", "eu", "pt", "it", "cs", "ro", "pl", "de", "fr"}
LIMITS = {
    "title": 100,
    "summary": 300,
    "problem": 1500,
    "how": 3000,
    "who": 800,
    "resources": 800,
    "evidence": 1000,
    "wrong": 1000,
    "conditions": 1000,
    "transfer": 1000,
}
CITIES = "bilbao plasencia porto torino ostrava bucharest bielsko-biala frankfurt bordeaux grenoble".split()
both = pytest.mark.parametrize("network", [IN_FOCUS, HARBOUR], ids=lambda network: network.slug)


@pytest.mark.parametrize("practice", [*IN_FOCUS.practices, *HARBOUR.practices], ids=lambda practice: practice.key)
def test_a_practice_keeps_the_limits_of_the_form(practice: Practice) -> None:
    lengths = {field: len(unicodedata.normalize("NFC", getattr(practice, field))) for field in LIMITS}
    assert {field: length for field, length in lengths.items() if length > LIMITS[field]} == {}
    assert practice.title
    assert practice.summary


@pytest.mark.parametrize("practice", IN_FOCUS.practices, ids=lambda practice: practice.key)
def test_every_practice_but_a_draft_is_really_written(practice: Practice) -> None:
    empty = [field for field in LIMITS if not getattr(practice, field)]
    if practice.state == "draft":
        assert empty
    else:
        assert empty == []
        assert [name for name, answer in practice.criteria if answer] == list(VOCABULARIES["criteria"].labels)
        assert practice.indicators
        assert practice.amounts


def test_practices_come_in_every_language_state_and_visibility() -> None:
    assert len(IN_FOCUS.practices) >= 16
    assert {each.language for each in IN_FOCUS.practices} == WORKING_LANGUAGES
    states = {"draft", "submitted", "changes-asked", "validated", "published", "needs-verification"}
    assert {each.state for each in IN_FOCUS.practices} == states
    assert {each.visibility for each in IN_FOCUS.practices} == {"partner", "network", "all", "public"}


def test_what_is_validated_has_an_expert_who_said_so() -> None:
    experts = {person.email for person in IN_FOCUS.people for role in person.roles if role.role in {"expert", "adhoc"}}
    for practice in IN_FOCUS.practices:
        last = practice.opinions[-1] if practice.opinions else None
        if practice.state in {"validated", "published", "needs-verification"}:
            assert last is not None, practice.key
            assert (last.verdict, last.expert in experts) == ("valid", True), practice.key
        elif practice.state == "changes-asked":
            assert last is not None, practice.key
            assert last.verdict == "changes", practice.key
        else:
            assert last is None, practice.key


def test_everybody_the_sign_in_page_promises_is_there() -> None:
    promised = {f"{role}@{city}.example" for role in ("coordinator", "officer") for city in CITIES}
    promised |= {f"{name}@infocus.example" for name in ("lead", "expert", "adhoc", "observer", "admin")}
    emails = [person.email for person in IN_FOCUS.people]
    assert promised <= set(emails)
    assert len({email for email in emails if email.startswith("ulg@")}) == 2
    assert len(emails) == len(set(emails)) >= 25
    assert [person.email for person in HARBOUR.people] == ["officer@harbour.example", "observer@harbour.example"]


@both
def test_references_lead_somewhere(network: DemoNetwork) -> None:
    people = {person.email for person in network.people}
    partners = {partner.slug for partner in network.partners}
    meetings = {meeting.key: {session.key for session in meeting.sessions} for meeting in network.meetings}
    for output in network.outputs:
        assert output.session in meetings[output.meeting], output.key
    named = {output.author for output in network.outputs} | {practice.author for practice in network.practices}
    for meeting in network.meetings:
        named |= set(meeting.participants)
        named |= {who for session in meeting.sessions for who in (session.chair, *session.speakers)}
    named |= {comment.author for comment in network.comments}
    named |= {seat.person for review in network.reviews for seat in review.seats}
    assert named - people == set()
    places = {role.partner for person in network.people for role in person.roles} - {""}
    places |= {practice.partner for practice in network.practices} | {output.partner for output in network.outputs}
    places |= {meeting.partner for meeting in network.meetings} | {plan.partner for plan in network.plans}
    places |= {transfer.receiver for practice in network.practices for transfer in practice.transfers}
    places |= {action.partner for meeting in network.meetings for action in meeting.actions}
    assert places - partners == set()


@both
def test_codes_are_in_their_vocabularies(network: DemoNetwork) -> None:
    for practice in network.practices:
        assert unknown("work_areas", practice.themes) == ()
        assert unknown("ecosystems", practice.sectors) == ()
        assert unknown("nace", practice.nace) == ()
        assert unknown("sdgs", practice.sdgs) == ()
    for priority in chain.from_iterable(partner.priorities for partner in network.partners):
        assert unknown("ecosystems", priority.ecosystems) == ()
        assert unknown("nace", priority.nace) == ()
        assert unknown("nabs", priority.nabs) == ()
        assert unknown("policy_objectives", priority.objectives) == ()
    themes = [partner.themes for partner in network.partners] + [output.themes for output in network.outputs]
    for codes in (*themes, *(meeting.themes for meeting in network.meetings)):
        assert unknown("work_areas", codes) == ()


@both
def test_keys_and_files_have_one_name_each(network: DemoNetwork) -> None:
    pictures = [picture.file_name for practice in network.practices for picture in practice.pictures]
    files = [output.file.name for output in network.outputs] + pictures
    files += [version.file.name for plan in network.plans for version in plan.versions]
    records = [practice.key for practice in network.practices] + [meeting.key for meeting in network.meetings]
    records += [plan.key for plan in network.plans] + [review.key for review in network.reviews]
    comments = [comment.key for comment in network.comments]
    for names in (files, records, [output.key for output in network.outputs], comments):
        assert [name for name, times in Counter(names).items() if times > 1] == []


def test_unsettled_facts_are_marked() -> None:
    unsure = {partner.slug for partner in IN_FOCUS.partners if not partner.nuts3.confirmed}
    assert unsure == {"porto", "ostrava", "bucharest", "frankfurt"}
    assert {meeting.key for meeting in IN_FOCUS.meetings if not meeting.date_confirmed} == {"bucharest-2017"}
    assert {meeting.key for meeting in IN_FOCUS.meetings if not meeting.theme_confirmed} == {
        "bucharest-2017",
        "grenoble-2018",
    }
    precisions = [StatedDate(meeting.starts).precision for meeting in IN_FOCUS.meetings]
    assert precisions == ["day", "day", "year", "day", "day", "month", "day"]


def test_every_city_has_its_own_mark_and_hue() -> None:
    partners = (*IN_FOCUS.partners, *HARBOUR.partners)
    assert len({partner.mark for partner in partners}) == len({partner.hue for partner in partners}) == len(partners)
    assert {len(partner.mark) for partner in partners} == {2}
    assert {partner.hue for partner in partners} == set(range(1, 13))


def test_labels_read_in_english_and_old_codes_survive() -> None:
    sizes = {name: len(vocabulary.labels) for name, vocabulary in VOCABULARIES.items()}
    assert sizes == {
        "work_areas": 7,
        "ecosystems": 14,
        "nace": 88,
        "nabs": 14,
        "policy_objectives": 5,
        "sdgs": 17,
        "criteria": 4,
    }
    assert label("nace", "62") == "Computer programming and consultancy"
    assert label("nace", "gone") == "gone"
    assert unknown("ecosystems", ("health", "alchemy")) == ("alchemy",)
    assert VOCABULARIES["nabs"].choices()[0] == ("01", "Exploration and exploitation of the Earth")
    with pytest.raises(KeyError):
        label("stars", "1")
