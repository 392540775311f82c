"""``infocus demo``: load the demo networks, once; with ``--reset``, anew."""

import click
from flask import current_app
from flask.cli import with_appcontext
from flask_migrate import upgrade
from sqlalchemy import select

from infocus.accounts.models import Account
from infocus.core.db import db
from infocus.demo.home import SIGN_IN_WORD, DemoRefused, check_home, is_demo, mark
from infocus.demo.load import NETWORKS, load
from infocus.demo.wipe import wipe
from infocus.networks.models import Network
from infocus.settings import Settings

OWN_PEOPLE = "this installation holds people of its own; the demo is for an empty one"
SIGN_INS = (
    ("officer@porto.example", "an officer of Porto; coordinator@ and officer@ exist for all ten cities"),
    ("coordinator@bordeaux.example", "the coordinator of Bordeaux, whose plan is under review now"),
    ("expert@infocus.example", "the lead expert: practices wait for an opinion"),
    ("lead@infocus.example", "the lead partner, who runs the network"),
    ("observer@infocus.example", "an observer, who reads what the network shares"),
    ("officer@harbour.example", "an officer of another network, which sees none of this"),
)


@click.command()
@click.option("--if-empty", is_flag=True, help="Do nothing, and say nothing, when the database is not empty.")
@click.option("--reset", is_flag=True, help="Delete everything in this demo installation first.")
@with_appcontext
def demo(if_empty: bool, reset: bool) -> None:
    """Load the demo networks: In Focus, and the small closed one beside it."""
    settings: Settings = current_app.extensions["infocus.settings"]
    upgrade()
    try:
        click.echo(prepare(settings, if_empty=if_empty, reset=reset), nl=not if_empty)
    except DemoRefused as error:
        raise click.ClickException(str(error)) from None


def prepare(settings: Settings, *, if_empty: bool = False, reset: bool = False) -> str:
    """Load the demo where there is none; what was done, in a line (nothing said with ``if_empty``).

    Raises:
        DemoRefused: the server would answer other machines, or the installation holds people of its own.
    """
    loaded = db.session.scalar(select(Network.id).where(Network.slug == NETWORKS[0].slug)) is not None
    empty = db.session.scalar(select(Account.person_id).limit(1)) is None
    if if_empty and not empty and not reset:
        return ""
    check_home(settings)
    if not empty and not is_demo(settings):
        raise DemoRefused(OWN_PEOPLE)
    if reset:
        wipe()
    elif loaded:
        return "The demo is loaded; infocus demo --reset loads it anew."
    mark(settings)
    load()
    return "" if if_empty else "The demo is loaded; the worker makes, reads and indexes its files."


def sign_ins() -> str:
    """Whom to sign in as, for the terminal."""
    width = max(len(email) for email, _who in SIGN_INS)
    lines = [f"  {email:<{width}}  {who}" for email, who in SIGN_INS]
    return "\n".join([f"Sign in with the password {SIGN_IN_WORD} as", *lines])
