"""A network with its partners, their priorities, and the people with their roles."""

from infocus.accounts.models import Account, Person
from infocus.core.actor import Role
from infocus.core.db import db
from infocus.demo.content import shapes
from infocus.demo.loading.book import Book, id_at
from infocus.networks.models import MembershipRow, Network, NetworkState, Partner
from infocus.networks.priorities import Priorities, Priority

ROLES = {"adhoc": Role.ADHOC_EXPERT}
"""Where the content's word for a role differs from the product's."""
ADMIN = "admin"
INTERFACE = "en"
"""Whoever looks around can read every page, as everybody; the menu in the bar changes it."""


def add_network(content: shapes.DemoNetwork) -> Network:
    """The network itself. It stays active until everything is loaded; ``close`` gives it its state."""
    network = Network(
        id=id_at(content.created_at),
        slug=content.slug,
        name=content.name,
        title=content.full_title,
        summary=content.summary,
        programme=content.programme,
        funding_line=content.funding_line,
        state=NetworkState(content.state),
        started=content.phases[0].begins.value,
        ended=content.phases[-1].ends.value if content.phases[-1].ends else "",
        illustrative=content.illustrative,
        created_at=content.created_at,
    )
    db.session.add(network)
    db.session.flush()
    return network


def add_partners(book: Book, content: shapes.DemoNetwork) -> None:
    """Every partner, under its slug in the book."""
    for each in content.partners:
        partner = Partner(
            network=book.network,
            network_id=book.network.id,
            slug=each.slug,
            label=each.label,
            mark=each.mark,
            hue=each.hue,
            country=each.country,
            body=each.body,
            kind=each.kind,
            nuts3=each.nuts3.value,
            nuts3_confirmed=each.nuts3.confirmed,
            latitude=each.position[0],
            longitude=each.position[1],
            population=each.population,
            is_lead=each.lead,
            mailbox=each.mailbox,
            mailbox_confirmed_at=content.created_at if each.mailbox else None,
            priorities=_priorities(each).as_json(),
        )
        db.session.add(partner)
        book.partners[each.slug] = partner
    db.session.flush()


def add_people(book: Book, content: shapes.DemoNetwork, password_hash: str) -> None:
    """Every person with an account and roles, under their address in the book; all share one password."""
    for each in content.people:
        home = next((book.partners[role.partner] for role in each.roles if role.partner), None)
        person = Person(
            name=each.name,
            city=home.label if home else "",
            about=each.title,
            language=INTERFACE,
            reads=list(each.languages),
            time_zone=each.time_zone,
            created_at=content.created_at,
        )
        account = Account(
            person=person,
            email=each.email,
            password_hash=password_hash,
            is_admin=any(role.role == ADMIN for role in each.roles),
            created_at=content.created_at,
        )
        db.session.add_all([person, account])
        db.session.flush()
        book.people[each.email] = person
        if home is not None:
            book.homes[each.email] = home
        _add_roles(book, person, each, content)
    db.session.flush()


def _add_roles(book: Book, person: Person, each: shapes.Person, content: shapes.DemoNetwork) -> None:
    for role in each.roles:
        if role.role == ADMIN:
            continue
        partner = book.partners[role.partner] if role.partner else None
        db.session.add(
            MembershipRow(
                person_id=person.id,
                network_id=book.network.id,
                partner_id=partner.id if partner else None,
                role=ROLES.get(role.role) or Role(role.role),
                created_at=content.created_at,
            )
        )


def _priorities(partner: shapes.Partner) -> Priorities:
    items = tuple(
        Priority(
            text=each.text,
            year=each.year,
            source=each.source,
            regional_tie=each.regional_tie,
            ecosystems=each.ecosystems,
            nace=each.nace,
            nabs=each.nabs,
            objectives=each.objectives,
            emerging=each.emerging,
        )
        for each in partner.priorities
    )
    return Priorities(summary=partner.summary, themes=partner.themes, items=items)
