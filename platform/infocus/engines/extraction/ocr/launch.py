"""`python -m` this module with limits and a command: gives up what the command does not need, then becomes it.

Limits are set in a process of their own, since the worker has threads: between fork and exec those must not run Python.
"""

import os
import sys

from infocus.engines.extraction.port import Limits
from infocus.engines.extraction.sandbox.confinement import confine


def main() -> None:
    """Arguments: bytes of memory, seconds of processor, the program's path and its arguments."""
    memory, seconds, *command = sys.argv[1:]
    confine(Limits(memory_bytes=int(memory), cpu_seconds=int(seconds), wall_seconds=2.0 * int(seconds)))
    os.execv(command[0], command)


if __name__ == "__main__":
    main()
