"""What /readyz and ``infocus check`` ask the engines: ``None`` when well, else one line on what is wrong."""

from infocus.engines.bound import engines
from infocus.engines.mail.port import MailError
from infocus.engines.storage.port import StorageError


def storage_answers() -> str | None:
    """Whether a file can be written, read and removed."""
    try:
        engines().storage.check()
    except (StorageError, OSError) as error:
        return str(error)
    return None


def mail_leaves() -> str | None:
    """Whether mail could be sent now."""
    try:
        engines().mailer.check()
    except MailError as error:
        return str(error)
    return None
