"""``platform/`` is a source root beside a standard library module of the same name: it must never become a package."""

import os
import subprocess
import sys

from tests.support.house import ROOT


def test_it_holds_the_package_and_nothing_else():
    entries = {path.name for path in (ROOT / "platform").iterdir() if not path.name.startswith(".")}
    assert entries - {"infocus.egg-info"} == {"infocus"}


def test_the_standard_library_is_found_from_the_project_root():
    script = "import sys; sys.path.insert(0, ''); import platform, uuid; print(platform.__file__, uuid.uuid4())"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not done.stdout.startswith(str(ROOT / "platform"))


def test_a_bare_checkout_runs_without_being_installed(tmp_path):
    script = "import sys, wsgi; print(sys.path[0]); print(wsgi.app.name)"
    environment = {"PATH": os.environ["PATH"], "INFOCUS_INSTANCE": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [str(ROOT / "platform"), "infocus.app"]
