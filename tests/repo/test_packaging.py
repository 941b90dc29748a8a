"""The import package is assembled from folders at the root: nothing may be lost or added on the way."""

from __future__ import annotations

import configparser
import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from .conftest import FOLDERS, Built, Run


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def in_tree(root: Path) -> set[str]:
    """What git has (or would take) of the five folders, under the names of the import package."""
    if not (root / ".git").exists():
        pytest.skip("an unpacked sdist has no git to ask")
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *FOLDERS, "src/errpact"]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.split("\n")
    files = {name for name in listed if name and not (root / name).is_symlink() and (root / name).exists()}
    return {f"errpact/{name.removeprefix('src/errpact/')}" for name in files}


def test_the_wheel_holds_the_tree_and_nothing_else(built: Built, root: Path) -> None:
    assert names(built.wheel) == in_tree(root)


def test_the_wheel_has_one_top_level_name(built: Built) -> None:
    assert {name.split("/")[0] for name in names(built.wheel)} == {"errpact"}


def test_the_wheel_of_the_sdist_is_the_wheel_of_the_tree(built: Built) -> None:
    def content(wheel: Path) -> dict[str, bytes]:
        with zipfile.ZipFile(wheel) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    assert content(built.wheel_of_sdist) == content(built.wheel)


def test_the_wheel_is_typed_and_declares_its_entry_points(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as archive:
        assert "errpact/py.typed" in archive.namelist()
        (name,) = (n for n in archive.namelist() if n.endswith("entry_points.txt"))
        entries = configparser.ConfigParser()
        entries.read_string(archive.read(name).decode())
    assert dict(entries["console_scripts"]) == {"errpact": "errpact.cli:command"}
    assert dict(entries["pytest11"]) == {"errpact": "errpact.pytest_plugin"}


def test_the_core_has_no_dependency_and_all_is_the_sum_of_the_extras(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith("METADATA"))
        lines = archive.read(name).decode().splitlines()
    required = [line for line in lines if line.startswith("Requires-Dist:")]
    assert all("extra ==" in line for line in required), required
    extras = {line.split(": ")[1] for line in lines if line.startswith("Provides-Extra:")}
    assert extras == {"lint", "pytest", "schemas", "clock", "all"}
    assert "License-Expression: MIT" in lines


def test_data_is_read_from_the_wheel(site: Path, run: Run) -> None:
    code = (
        "import errpact.contracts as c, importlib.resources as r; "
        "print(c.__file__); print(*c.providers()); c.load('flanks'); "
        "print(*sorted(p.name for p in r.files('errpact.contracts').joinpath('providers').iterdir() if '.' in p.name))"
    )
    done = run("-c", code, path=site)
    assert done.returncode == 0, done.stderr
    where, providers, files = done.stdout.splitlines()
    assert Path(where).is_relative_to(site)
    assert [f"{p}.toml" for p in providers.split()] == files.split()


def test_an_editable_install_sees_the_folders_themselves(built: Built, root: Path, tmp_path: Path, run: Run) -> None:
    import build

    editable = build.ProjectBuilder(root).build("editable", tmp_path / "editable")
    with zipfile.ZipFile(editable) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith(".pth"))
        (line,) = archive.read(name).decode().split()
    done = run("-c", "import errpact.contracts, errpact.lint; print(errpact.contracts.__path__[0])", path=Path(line))
    assert done.returncode == 0, done.stderr
    assert os.path.realpath(done.stdout.strip()) == str(root / "contracts")


def test_the_command_runs_as_a_module_from_anywhere(run: Run) -> None:
    done = run("-m", "errpact", "--version")
    assert (done.returncode, done.stdout.split()[0]) == (0, "errpact"), done.stderr


def test_the_version_is_written_the_same_everywhere(root: Path) -> None:
    import tomllib

    from errpact import __version__

    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__
    assert f"## {__version__}" in (root / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_wheel_lane_tests_the_wheel() -> None:
    """`make wheel` says so in the environment; its tests must not see the checkout's package."""
    import errpact

    where = Path(errpact.__file__).parts
    assert ("site-packages" in where) == bool(os.environ.get("ERRPACT_TESTS_INSTALLED"))
