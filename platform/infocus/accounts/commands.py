"""Commands for people and tokens: ``infocus users …`` and ``infocus token``."""

import click
from flask.cli import with_appcontext

from infocus.accounts import queries
from infocus.accounts.services import Profile, create_account, deactivate, token_for
from infocus.core.db import unit_of_work
from infocus.core.errors import AppError, Invalid


def _fail(error: AppError) -> click.ClickException:
    if isinstance(error, Invalid):
        return click.ClickException(
            "; ".join(f"{name}: {text}" if name else text for name, text in error.fields.items())
        )
    return click.ClickException(str(error))


@click.command()
@click.argument("email")
@click.option("--scope", default="read", show_default=True, help="read, write or read,write")
@click.option("--days", default=90, show_default=True, help="how long it lasts, at most 366")
@click.option("--name", default="infocus token", show_default=True, help="what the person's list calls it")
@with_appcontext
def token(email: str, scope: str, days: int, name: str) -> None:
    """Make an API token for EMAIL and print it, and nothing else."""
    try:
        with unit_of_work():
            key = token_for(email, [part.strip() for part in scope.split(",") if part.strip()], days, name)
    except AppError as error:
        raise _fail(error) from None
    click.echo(key)


@click.group()
def users() -> None:
    """People who can sign in."""


@users.command("add")
@click.argument("email")
@click.option("--name", required=True)
@click.option("--language", default="en", show_default=True)
@click.option("--password", prompt=True, hide_input=True, confirmation_prompt=True)
@click.option("--admin", is_flag=True, help="a site administrator: runs the installation, gets no right to content")
@with_appcontext
def add(email: str, name: str, language: str, password: str, admin: bool) -> None:
    """Make an account for EMAIL."""
    try:
        with unit_of_work():
            made = create_account(email, Profile(name=name, language=language), password, is_admin=admin).email
    except AppError as error:
        raise _fail(error) from None
    click.echo(f"added {made}")


@users.command("list")
@with_appcontext
def list_users() -> None:
    """Every account: address, name, state."""
    for account in queries.all_accounts():
        words = [account.email, account.person.shown_name, "active" if account.active else "deactivated"]
        click.echo("\t".join([*words, "admin"] if account.is_admin else words))


@users.command("deactivate")
@click.argument("email")
@with_appcontext
def deactivate_user(email: str) -> None:
    """Close the account of EMAIL: sessions, tokens and links end at once; what the person wrote stays."""
    with unit_of_work():
        account = queries.by_email(email)
        if account is None:
            raise click.ClickException(f"no account has the address {email}")
        deactivate(account)
    click.echo(f"deactivated {email}")
