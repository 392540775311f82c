"""Where the demo may live: its passwords are printed in the manual, so it answers this machine only."""

from pathlib import Path

from infocus.core.web.headers import LOOPBACK
from infocus.settings import Settings

SIGN_IN_WORD = "in-focus-demo"
"""What everybody in the demo signs in with; it is in the manual."""
ABROAD = "the demo's passwords are known to everybody: it listens on 127.0.0.1 only (INFOCUS_DEMO_PUBLIC=1 lets it out)"


class DemoRefused(Exception):
    """The demo may not be loaded or shown here; the message is one line that says why."""


def marker(settings: Settings) -> Path:
    """The file that makes an installation a demo."""
    return settings.instance / "demo"


def is_demo(settings: Settings) -> bool:
    """Whether this installation holds the demo's people."""
    return marker(settings).exists()


def check_home(settings: Settings) -> None:
    """Pass, or raise ``DemoRefused``: the server would answer other machines."""
    if settings.host not in {*LOOPBACK, "::1"} and not settings.demo_public:
        raise DemoRefused(ABROAD)


def mark(settings: Settings) -> None:
    """Make the installation a demo: from now on it refuses forwarded requests and foreign Host names."""
    marker(settings).touch()
