"""Runs that are killed, or that run at once, leave a cache that later runs can trust."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

CLIENT = """
import requests

def fetch(url="https://api.flanks.io/v0/{name}"):
    for _ in range(3):
        reply = requests.post(url, json={{}}, timeout=5)
        if reply.status_code == 200:
            return reply.json()
    raise RuntimeError("gave up")
"""
# Without coverage's own work at a process' end, which a signal could hit.
ENVIRONMENT = {k: v for k, v in os.environ.items() if not k.startswith("COVERAGE")}
COMMAND: Sequence[str] = (sys.executable, "-m", "errpact", "lint", "--output-format", "json", ".")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for number in range(12):
        (tmp_path / f"client{number}.py").write_text(CLIENT.format(name=number))
    return tmp_path


def started(project: Path, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # a group of its own, so that its workers can be killed with it
        [*COMMAND, *options],
        cwd=project,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def said(process: subprocess.Popen[str]) -> str:
    out, err = process.communicate()
    assert process.returncode == 1, err
    return out


def test_a_killed_run_costs_the_next_one_nothing_but_time(project: Path) -> None:
    began = time.monotonic()
    expected = said(started(project))
    whole = time.monotonic() - began
    for part in (0.3, 0.5, 0.7, 0.8, 0.9, 0.97):
        for file in project.glob("client*.py"):
            file.write_text(file.read_text() + "\n")  # at the end: no line moves
        process = started(project)
        time.sleep(whole * part)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        assert said(started(project)) == expected


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_a_run_in_one_line_and_leaves_files_as_they_were(project: Path, jobs: str) -> None:
    options = ("--no-cache", "--jobs", jobs, "--output-file", "out.json")
    began = time.monotonic()
    said(started(project, *options))
    whole = time.monotonic() - began
    (project / "out.json").write_text("before")
    for part in (0.3, 0.5, 0.6):
        process = started(project, *options)
        time.sleep(whole * part)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the whole group
        out, err = process.communicate(timeout=20)
        # A signal amid a dataclass' generated code makes the interpreter end by the signal itself: 130 to a shell, too.
        assert process.returncode in (1, 130, -signal.SIGINT), err
        assert (out, err) in (("", "errpact: interrupted\n"), ("", ""))  # nothing where it was done already
        written = (project / "out.json").read_text()
        if written != "before":
            assert err == ""
            assert json.loads(written)["findings"]
            (project / "out.json").write_text("before")


def test_runs_at_once_say_the_same(project: Path) -> None:
    running = [started(project) for _ in range(3)]
    first, *others = [said(p) for p in running]
    assert others == [first, first]
    assert said(started(project)) == first


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="children are told by Linux's /proc")
def test_workers_go_when_their_parent_is_killed(project: Path) -> None:
    process = started(project)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    until = time.monotonic() + 60
    while not children.read_text():
        assert time.monotonic() < until
    process.kill()
    process.communicate(timeout=60)  # returns when nobody holds the pipes any more


def test_an_interrupt_amid_a_callback_of_the_interpreter_comes_again() -> None:
    program = """
import sys, time, weakref
from errpact.cli import _unraisable

class Held: pass

def interrupted(_): raise KeyboardInterrupt

sys.unraisablehook = _unraisable
held = Held()
kept = weakref.ref(held, interrupted)
try:
    del held
    time.sleep(10)
except KeyboardInterrupt:
    print("heard")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30)
    assert (done.stdout, done.stderr) == ("heard\n", "")
