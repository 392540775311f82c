"""Mail in, handed over by a mail server on this machine or beside it (LMTP, RFC 2033)."""

import asyncio
import functools
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import structlog
from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP, Envelope, Session

log = structlog.get_logger()
Take = Callable[[bytes, str, str], None]
"""Takes a mail, its envelope sender and its recipient; raises when it should come again later."""


class _Handler:
    """One recipient a mail: a server that has more sends the mail once for each."""

    def __init__(self, take: Take, is_ours: Callable[[str], bool]) -> None:
        self._take = take
        self._is_ours = is_ours

    async def recipient(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if envelope.rcpt_tos:
            return "452 4.5.3 one recipient at a time"
        if not self._is_ours(address):
            return "550 5.1.1 no such address here"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def data(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        content = envelope.original_content or b""
        run = functools.partial(self._take, content, envelope.mail_from or "", envelope.rcpt_tos[0])
        try:
            await asyncio.get_running_loop().run_in_executor(None, run)
        except Exception:
            log.exception("letter_not_taken")  # whatever it is: the server that sends keeps the mail
            return "451 4.3.0 not now, try again later"
        return "250 2.0.0 taken"


async def serve(
    host: str, port: int, take: Take, is_ours: Callable[[str], bool], limit: int, started: Callable[[int], None]
) -> None:
    """Listen until cancelled; ``started`` is told the port. A mail larger than ``limit`` bytes is refused with 552."""
    ours = _Handler(take, is_ours)
    handler = SimpleNamespace(handle_RCPT=ours.recipient, handle_DATA=ours.data)

    def protocol() -> Any:
        return LMTP(handler, data_size_limit=limit, enable_SMTPUTF8=True, ident="In Focus Exchange")

    server = await asyncio.get_running_loop().create_server(protocol, host, port)
    started(int(server.sockets[0].getsockname()[1]))
    async with server:
        await server.serve_forever()
