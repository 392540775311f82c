"""One file from its specification, or all of them into a folder."""

from collections.abc import Callable, Mapping
from pathlib import Path

from infocus.demo.content.records import Document, FileSpec
from infocus.demo.content.shapes import DemoNetwork
from infocus.demo.files import opendocument, pdf, pictures, plain, slides, word

WRITERS: Mapping[str, Callable[[Document, Path], None]] = {
    ".pdf": pdf.write,
    ".docx": word.write,
    ".pptx": slides.write,
    ".odt": opendocument.write,
    ".md": plain.write_markdown,
    ".txt": plain.write_text,
    ".html": plain.write_html,
}


def build(spec: FileSpec, path: Path) -> None:
    """Make the file of ``spec`` at ``path``. Its name's suffix says the format; an unknown one is a ``ValueError``."""
    suffix = Path(spec.name).suffix
    writer = WRITERS.get(suffix)
    if writer is None:
        raise ValueError(f"no writer for {suffix or 'a name without a suffix'}: {spec.name}")
    writer(spec.document, path)


def file_specs(network: DemoNetwork) -> tuple[FileSpec, ...]:
    """Every file of a network: its outputs, its old fiches, then the versions of its plans."""
    outputs = tuple(output.file for output in network.outputs)
    outputs += tuple(fiche.file for fiche in network.fiches)
    return outputs + tuple(version.file for plan in network.plans for version in plan.versions)


def build_all(network: DemoNetwork, folder: Path) -> tuple[Path, ...]:
    """Make every file and every picture of ``network`` in ``folder``, which is made if missing; answers their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    for spec in file_specs(network):
        made.append(folder / spec.name)
        build(spec, made[-1])
    for picture in (picture for practice in network.practices for picture in practice.pictures):
        made.append(folder / picture.file_name)
        pictures.draw(picture, made[-1])
    return tuple(made)
