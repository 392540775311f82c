"""The adapter: typst in a child process with a clock on it, in the house's typefaces."""

import json
import subprocess
import sys
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import BoundedSemaphore

import infocus
from infocus.engines.typesetting.port import Paper, TypesettingError

CHILD = "infocus.engines.typesetting.child"
SECONDS = 30.0
MEMORY = 2_000_000_000
AT_ONCE = 2
FONTS = ("fontpkg_source_sans_3", "fontpkg_source_serif_4")

_SOURCE_ROOT = str(Path(infocus.__file__).parents[1])
_ENVIRONMENT = {"PYTHONPATH": _SOURCE_ROOT, "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8"}
_COMMAND = (sys.executable, "-P", "-s", "-m", CHILD)
_MAIN = """\
#import "/templates/{template}": paper
#let ask = json("/data.json")
#set document(title: ask.title, author: ask.author)
#set text(lang: ask.language, font: ("Source Sans 3", "Libertinus Serif"))
#paper(ask.data)
"""


class TypstTypesetter:
    """Sets papers with the templates and pictures of the house; waits for a child without holding up anybody else."""

    def __init__(self, templates: Path, img: Path, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._links = {"templates": templates.resolve(), "img": img.resolve()}
        self._seconds, self._memory = seconds, memory
        self._turns = BoundedSemaphore(AT_ONCE)
        self._fonts = [str(resources.files(package) / "files") for package in FONTS]

    def pdf(self, paper: Paper) -> bytes:
        """See the port."""
        with self._turns, TemporaryDirectory(prefix="infocus-paper-") as name:
            folder = Path(name)
            self._lay_out(folder, paper)
            self._run(folder, paper)
            return (folder / "paper.pdf").read_bytes()

    def _lay_out(self, folder: Path, paper: Paper) -> None:
        """Everything typst may open lies in this folder or is linked from it."""
        for link, target in self._links.items():
            (folder / link).symlink_to(target, target_is_directory=True)
        pictures = folder / "pictures"
        pictures.mkdir()
        for name, content in paper.pictures.items():
            if Path(name).name != name:
                raise TypesettingError(f"a picture's name is a name and no path: {name!r}")
            (pictures / name).write_bytes(content)
        ask = {"title": paper.title, "author": paper.author, "language": paper.language, "data": dict(paper.data)}
        (folder / "data.json").write_text(json.dumps(ask, ensure_ascii=False), "utf-8")
        (folder / "main.typ").write_text(_MAIN.format(template=paper.template), "utf-8")

    def _run(self, folder: Path, paper: Paper) -> None:
        ask = {
            "folder": str(folder),
            "fonts": self._fonts,
            "made_at": int(paper.made_at.timestamp()),
            "memory": self._memory,
            "seconds": self._seconds + 2,
        }
        try:
            done = subprocess.run(
                _COMMAND,
                input=json.dumps(ask).encode() + b"\n",
                capture_output=True,
                timeout=self._seconds,
                env=_ENVIRONMENT,
                cwd=folder,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise TypesettingError(f"{paper.template}: not done after {self._seconds:g} s") from error
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip()[-2000:]
            raise TypesettingError(f"{paper.template}: {said or f'the child ended with {done.returncode}'}")
