"""The child process: sets what lies in the folder it is told, within limits, and leaves the PDF there.

``python -m`` this module with one line of JSON on its input. It imports typst and nothing of the application.
"""

import json
import resource
import signal
import sys
from pathlib import Path

import typst


def main() -> int:
    """Read the request, lower what may be used, set; the error, if any, goes to stderr in one piece."""
    ask = json.loads(sys.stdin.buffer.readline())
    for which, value in ((resource.RLIMIT_AS, ask["memory"]), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(which, (value, value))
    signal.setitimer(signal.ITIMER_REAL, ask["seconds"])  # ends a child whose parent was killed
    folder = Path(ask["folder"])
    try:
        typst.compile(
            folder / "main.typ",
            output=folder / "paper.pdf",
            root=folder,
            font_paths=[Path(each) for each in ask["fonts"]],
            ignore_system_fonts=True,
            pdf_standards="ua-1",
            timestamp=ask["made_at"],
        )
    except typst.TypstError as error:
        sys.stderr.write(f"{error.message} {' '.join(error.hints)}\n{error.diagnostic}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
