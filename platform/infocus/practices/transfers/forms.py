"""The form of a transfer; the service checks what it carries."""

from collections.abc import Iterable, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FieldList, FormField, HiddenField, RadioField, SelectField

from infocus.core.fields import Rows, Ticks
from infocus.core.forms import Form, Limit, LongText, Text, options
from infocus.core.numbers import whole
from infocus.networks.models import Partner
from infocus.practices.forms import IndicatorForm
from infocus.practices.transfers.models import MONTHS, NOTE_LIMIT, OPENED, TEXT_LIMIT, TEXTS, Stage, Transfer
from infocus.practices.transfers.words import CHOICES, month_word
from infocus.records.models import Record

SPARE_ROWS = 2


class TransferForm(Form):
    """What a city does with another city's practice; what may be chosen, the service knows."""

    partner = SelectField(_l("City"), validate_choice=False)
    stage = RadioField(_l("How far is it?"), choices=options(CHOICES.items()))
    mentor = SelectField(
        _l("Mentor"),
        validate_choice=False,
        description=_l("The city that helps: the one that wrote it, or one that runs it."),
    )
    plan = LongText(
        _l("Plan"), [Limit(TEXT_LIMIT)], description=_l("Who does what until when. It is due within three months.")
    )
    plan_record = SelectField(
        _l("Where the plan stands"), validate_choice=False, description=_l("One of your city’s own records.")
    )
    months = Ticks(_l("Look back after"), description=_l("A reminder comes a week before; you answer in the page."))
    note = Text(
        _l("In a line: what you took or changed"),
        [Limit(NOTE_LIMIT)],
        description=_l("It stands in the ledger: whoever reads the practice reads it."),
    )
    adapted = LongText(_l("What you adapted"), [Limit(TEXT_LIMIT)])
    left_out = LongText(_l("What you left out"), [Limit(TEXT_LIMIT)])
    failed = LongText(_l("What failed"), [Limit(TEXT_LIMIT)], description=_l("Worth as much as a success."))
    result = LongText(_l("Result"), [Limit(TEXT_LIMIT)])
    evidence = Rows(FormField(IndicatorForm))
    version = HiddenField()

    def values(self) -> dict[str, Any]:
        """What was typed, in the shape the service checks."""
        names = ("stage", "mentor", "plan_record", "note", *TEXTS)
        evidence = [row.data for row in self.evidence]
        return {name: self[name].data for name in names} | {"months": self.months.data or [], "evidence": evidence}

    def seen_version(self) -> int | None:
        """The version the person was looking at."""
        return whole(self.version.data)

    def rows_to_write(self) -> FieldList:
        """The rows of evidence with empty ones to write in, also without JavaScript."""
        filled = sum(any(row.data[name] for name in ("name", "value", "unit", "year")) for row in self.evidence)
        while len(self.evidence) < filled + SPARE_ROWS:
            self.evidence.append_entry()
        return self.evidence


def transfer_form(
    transfer: Transfer | None, cities: Sequence[Partner], mentors: Iterable[Partner], own: Iterable[Record], mentor: str
) -> TransferForm:
    """The form with what was sent, else what is stored, else a beginning. ``mentor``: the slug offered at first.

    ``cities``: those the actor speaks for here; ``own``: records of the receiving city to link the plan to.
    """
    if transfer is None:
        data: dict[str, Any] = {"stage": Stage.UNDERSTAND.value, "mentor": mentor, "months": [str(MONTHS[1])]}
    else:
        data = {name: getattr(transfer, name) for name in ("note", *TEXTS)}
        opened = transfer.state in OPENED
        data |= {
            "stage": transfer.state if opened else Stage.UNDERSTAND.value,
            "mentor": transfer.mentor.slug if transfer.mentor else "",
            "plan_record": transfer.plan_record_id or "",
            "months": [str(row.month) for row in transfer.checkpoints] if opened else [str(MONTHS[1])],
            "evidence": [{name: _shown(value) for name, value in row.items()} for row in transfer.evidence],
            "version": str(transfer.version),
        }
    form = TransferForm(data=data)
    form.partner.choices = options((city.slug, city.label) for city in cities)
    form.mentor.choices = options([("", "–"), *((city.slug, city.label) for city in mentors)])
    form.plan_record.choices = options([("", "–"), *((record.id, record.title) for record in own)])
    form.months.choices = options((str(month), month_word(month)) for month in MONTHS)
    return form


def _shown(value: object) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
