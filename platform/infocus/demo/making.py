"""Makes files of the demo, in a process of its own: ``python -m infocus.demo.making``.

The libraries that write documents take more memory than a worker should keep. Standard input is one JSON object
``{"network": slug, "folder": path, "specs": [...]}``; each spec is ``output:KEY``, ``output:KEY:2``,
``plan:KEY:NUMBER``, ``picture:PRACTICE:FILE`` or ``fiche:KEY``, and its file is made in the folder under the name
the content gives it.
"""

import json
import sys
from pathlib import Path

from infocus.demo.content import HARBOUR, IN_FOCUS
from infocus.demo.content.outputs.revised import REVISED
from infocus.demo.content.records import FileSpec, Picture
from infocus.demo.content.shapes import DemoNetwork
from infocus.demo.files.build import build
from infocus.demo.files.pictures import draw

NETWORKS = {network.slug: network for network in (IN_FOCUS, HARBOUR)}


def specs_of(network: DemoNetwork) -> dict[str, FileSpec | Picture]:
    """Everything of a network that becomes a file, by the name of its spec."""
    found: dict[str, FileSpec | Picture] = {f"output:{each.key}": each.file for each in network.outputs}
    keys = {each.key for each in network.outputs}
    found |= {f"output:{each.output}:2": each.file for each in REVISED if each.output in keys}
    found |= {f"plan:{plan.key}:{each.number}": each.file for plan in network.plans for each in plan.versions}
    found |= {f"fiche:{each.key}": each.file for each in network.fiches}
    found |= {f"picture:{each.key}:{pic.file_name}": pic for each in network.practices for pic in each.pictures}
    return found


def main() -> None:
    """Make what standard input asks for."""
    asked = json.load(sys.stdin)
    known = specs_of(NETWORKS[asked["network"]])
    folder = Path(asked["folder"])
    for name in asked["specs"]:
        spec = known[name]
        if isinstance(spec, Picture):
            draw(spec, folder / spec.file_name)
        else:
            build(spec, folder / spec.name)


if __name__ == "__main__":
    main()
