"""The child process: sets what lies in the folder it is told, within limits, and leaves the PDF there.

``python -m`` this module with one line of JSON on its input. It imports typst and nothing of the application.
"""

import json
import re
import resource
import signal
import sys
from pathlib import Path
from typing import Any

import typst

TRIES = 3
"""A letter in two typefaces may be missed in one after the other."""
STAND_IN = "\u25a1"
_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")


def main() -> int:
    """Read the request, lower what may be used, set; the error, if any, goes to stderr in one piece."""
    ask = json.loads(sys.stdin.buffer.readline())
    for which, value in ((resource.RLIMIT_AS, ask["memory"]), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(which, (value, value))
    signal.setitimer(signal.ITIMER_REAL, ask["seconds"])  # ends a child whose parent was killed
    folder = Path(ask["folder"])
    for left in reversed(range(TRIES)):
        try:
            _set(folder, ask)
        except typst.TypstError as error:
            said = f"{error.message} {' '.join(error.hints)}\n{error.diagnostic}"
            missing = missing_in(said)
            if not left or not missing:
                sys.stderr.write(said)
                return 1
            _replace(folder / "data.json", missing)
        else:
            return 0
    return 1


def _set(folder: Path, ask: dict[str, Any]) -> None:
    typst.compile(
        folder / "main.typ",
        output=folder / "paper.pdf",
        root=folder,
        font_paths=[Path(each) for each in ask["fonts"]],
        ignore_system_fonts=True,
        pdf_standards="ua-1",
        timestamp=ask["made_at"],
    )


def missing_in(said: str) -> set[str]:
    """The letters of which typst says that none of its typefaces has them; PDF/UA allows no empty box for them."""
    found = {_ESCAPED.sub(_letter, text) for text in _MISSING.findall(said)}
    return {text for text in found if text and text != STAND_IN}


def _letter(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else escape[2]


def _replace(data: Path, missing: set[str]) -> None:
    """Put a square where a letter cannot be shown: a paper with a square is better than none."""
    letters = re.compile("|".join(map(re.escape, sorted(missing, key=len, reverse=True))))
    ask = json.loads(data.read_text("utf-8"))
    ask["data"] = _without(ask["data"], letters)  # the title of the file itself is shown by other programs' typefaces
    data.write_text(json.dumps(ask, ensure_ascii=False), "utf-8")


def _without(value: Any, letters: re.Pattern[str]) -> Any:
    if isinstance(value, str):
        return letters.sub(STAND_IN, value)
    if isinstance(value, list):
        return [_without(each, letters) for each in value]
    if isinstance(value, dict):
        return {name: _without(each, letters) for name, each in value.items()}
    return value


if __name__ == "__main__":
    sys.exit(main())
