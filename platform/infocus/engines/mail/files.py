"""Adapter: each mail is a file `….eml` in a folder, for a machine without a mail server."""

import hashlib
import os
import time
from pathlib import Path

from infocus.engines.mail.composing import compose
from infocus.engines.mail.port import MailDelayed, Message


class FileMailer:
    """Writes mails where a person can open them. Names sort by time; a retry of a message id replaces its file."""

    def __init__(self, folder: Path, sender: str) -> None:
        self._folder = folder
        self._sender = sender

    def send(self, message: Message) -> None:
        """See `Mailer.send`."""
        mail = compose(message, self._sender)
        mark = hashlib.sha256(str(mail["Message-ID"]).encode()).hexdigest()[:16]
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            earlier = next(self._folder.glob(f"*-{mark}.eml"), None)
            place = earlier or self._folder / f"{time.strftime('%Y%m%dT%H%M%SZ', time.gmtime())}-{mark}.eml"
            partial = place.with_suffix(".part")
            with partial.open("wb") as file:
                file.write(mail.as_bytes())
                file.flush()
                os.fsync(file.fileno())
            partial.replace(place)
        except OSError as error:
            raise MailDelayed(f"cannot write to {self._folder}: {error.strerror}") from error

    def check(self) -> str:
        """See `Mailer.check`."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise MailDelayed(f"cannot write to {self._folder}: {error.strerror}") from error
        if not os.access(self._folder, os.W_OK):
            raise MailDelayed(f"cannot write to {self._folder}")
        return f"files in {self._folder}"
