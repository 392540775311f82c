"""The expert's form: the four criteria, a word on each section, and the opinion."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField

from infocus.core.forms import Form, Limit, LongText, Text, options
from infocus.practices.judging.checks import ASK_LIMIT, OPINION_LIMIT, WHY_LIMIT, Judgement
from infocus.practices.sections import SECTIONS
from infocus.vocabularies.registry import VOCABULARIES

MET = [("yes", _l("Met")), ("partly", _l("Partly met")), ("no", _l("Not met"))]
CRITERIA = VOCABULARIES["criteria"].labels


class JudgeForm(Form):
    """Fields of the criteria and sections are added below from their tables."""

    text = LongText(
        _l("Your opinion"),
        [Limit(OPINION_LIMIT)],
        description=_l("What convinced you, or what is missing. It stands with the practice."),
    )
    version = HiddenField()

    def judgement(self) -> Judgement:
        """What was filled in, for the service."""
        return Judgement(
            self.text.data or "",
            {code: {"met": self[f"met_{code}"].data or "", "why": self[f"why_{code}"].data or ""} for code in CRITERIA},
            {section.name: self[f"ask_{section.name}"].data or "" for section in SECTIONS},
        )


for _code, _label in CRITERIA.items():
    setattr(JudgeForm, f"met_{_code}", RadioField(_label, choices=options(MET), validate_choice=False))
    setattr(JudgeForm, f"why_{_code}", Text(_l("Why"), [Limit(WHY_LIMIT)]))
for _section in SECTIONS:
    setattr(JudgeForm, f"ask_{_section.name}", LongText(_l("What should change here"), [Limit(ASK_LIMIT)]))
