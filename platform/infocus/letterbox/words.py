"""Why nothing came of a mail, as its sender is told."""

from flask_babel import lazy_gettext as _l

from infocus.letterbox.models import Outcome

REASONS = {
    Outcome.EMPTY: _l("We found no words of your own above the text you answered."),
    Outcome.TOO_LONG: _l(
        "It is longer than a comment can be: 4,000 characters fit. Please send it as a file to the meeting."
    ),
    Outcome.NO_FILES: _l("These files could not be kept, or there were none with the mail:"),
    Outcome.NOT_ALLOWED: _l("You may not do this there any more, or what you answered is gone."),
}
