"""What is built once and looked at by several tests of the repository itself."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import errpact

FOLDERS = ("contracts", "lint", "pytest_plugin", "schemas")


@dataclass(frozen=True, slots=True)
class Built:
    """The artefacts of this tree: an sdist, the wheel of the tree, the wheel of the sdist."""

    sdist: Path
    wheel: Path
    wheel_of_sdist: Path


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Builds with the hatchling at hand, so no network is needed."""
    reason = "only where the package is built; the wheel's own lane has no build tools"
    build = pytest.importorskip("build", reason=reason)
    pytest.importorskip("hatchling", reason=reason)
    out = tmp_path_factory.mktemp("built")

    def make(source: Path, kind: str, into: str) -> Path:
        builder = build.ProjectBuilder(source, python_executable=sys.executable, runner=build_runner)
        return Path(builder.build(kind, out / into))

    sdist, wheel = make(root, "sdist", "sdist"), make(root, "wheel", "wheel")
    with tarfile.open(sdist) as archive:
        archive.extractall(out / "unpacked", filter="data")
    return Built(sdist, wheel, make(next((out / "unpacked").iterdir()), "wheel", "again"))


def build_runner(command: list[str], cwd: str | None = None, extra_environ: dict[str, str] | None = None) -> None:
    """Runs the build backend; its output is shown only where it fails."""
    environ = os.environ | (extra_environ or {})
    done = subprocess.run(command, cwd=cwd, env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for PYTHONPATH that holds the wheel as an installer leaves it (in the wheel lane: as it did)."""
    if os.environ.get("ERRPACT_TESTS_INSTALLED"):
        return Path(errpact.__file__).parent.parent
    built: Built = request.getfixturevalue("built")
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(built.wheel) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs this Python with arguments; `cwd` and `path` (PYTHONPATH) may be given."""

    def runner(*args: str, cwd: Path = tmp_path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
        environ = {key: value for key, value in os.environ.items() if not key.startswith(("PYTEST", "PYTHONPATH"))}
        if path is not None:
            environ["PYTHONPATH"] = str(path)
        return subprocess.run([sys.executable, *args], cwd=cwd, env=environ, capture_output=True, text=True)

    return runner
