"""What servers import: ``wsgi:app``. The one path line lets a bare checkout run without an install."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "platform"))

from infocus.app import create_app

app = create_app()
