"""What ends a worker costs the file that it was at, never the run."""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
import time
from functools import partial
from pathlib import Path

import pytest

from errpact.contracts import load_all
from errpact.contracts.settings import Settings
from errpact.lint import watch, workers
from errpact.lint.analyse import analyse
from errpact.lint.finding import Analysis, Finding, Severity
from errpact.lint.project import Project, SourceFile

ROOT = Path("/nowhere")


def unit(*paths: str) -> Project:
    return Project(ROOT, tuple(SourceFile(p, ROOT / p, b"x = 1\n" * 20_000, True, True) for p in paths))


def work(project: Project) -> Analysis:
    """Finds one thing a file; some files do harm."""
    found = []
    for file in project.files:
        watch.at(file.path)
        if "segfault" in file.path:
            faulthandler.disable()  # pytest's own, which would print the stack
            os.kill(os.getpid(), signal.SIGSEGV)
        if "exit" in file.path:
            os._exit(7)
        while "hang" in file.path:
            pass
        if "memory" in file.path:
            os.kill(os.getpid(), signal.SIGKILL)
        found.append(Finding("EP101", "forbidden-retry", Severity.ERROR, file.path, 1, "resent"))
    return Analysis(tuple(found))


def lost(project: Project) -> Analysis:
    """Dies before it is at any file."""
    os._exit(3)


def said(results: list[Analysis]) -> list[list[tuple[str, str]]]:
    return [sorted((f.path, f.rule) for f in r.findings) for r in results]


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_each_harmful_file_costs_one_finding_and_the_order_stays(jobs: int) -> None:
    units = [
        unit("a", "segfault", "b"),
        unit("c"),
        unit("exit1", "exit2"),
        unit("hang", "d"),
        unit("memory"),
        unit("e"),
    ]
    results = workers.run(units, work, jobs, limit=0.3)
    assert said(results) == [
        [("a", "EP101"), ("b", "EP101"), ("segfault", "EP900")],
        [("c", "EP101")],
        [("exit1", "EP900"), ("exit2", "EP900")],
        [("d", "EP101"), ("hang", "EP900")],
        [("memory", "EP900")],
        [("e", "EP101")],
    ]
    assert not any(r.errors for r in results)
    messages = {f.path: f.message for r in results for f in r.findings if f.rule == "EP900"}
    assert messages["hang"] == "this file takes more than 0.3 s to analyse"
    assert messages["segfault"] == "this file kills the analysis"


def test_time_counts_by_file_and_only_while_the_processor_works() -> None:
    results = workers.run([unit("a", "b", "c")], slowly, 1, limit=0.4)
    assert said(results) == [[("a", "EP101")]]


def slowly(project: Project) -> Analysis:
    for file in project.files:
        watch.at(file.path)
        time.sleep(0.5)
        until = time.process_time() + 0.2
        while time.process_time() < until:
            pass
    return Analysis((Finding("EP101", "forbidden-retry", Severity.ERROR, "a", 1, "resent"),))


def test_what_concerns_all_files_together_has_no_limit_of_a_file() -> None:
    """It takes longer, the more files there are, and would cost one file after the other."""
    results = workers.run([unit("a", "b")], and_then_all_together, 1, limit=0.4)
    assert said(results) == [[("a", "EP101"), ("b", "EP101")]]


def and_then_all_together(project: Project) -> Analysis:
    done = work(project)
    watch.at("")
    until = time.process_time() + 0.9
    while time.process_time() < until:
        pass
    return done


def test_an_entry_point_that_takes_long_is_given_up_before_its_file_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = b"import requests\ndef ask():\n    return requests.get('https://api.flanks.io/v0').json()\n"
    project = Project(tmp_path, (SourceFile("a.py", tmp_path / "a.py", source, True, True),))
    monkeypatch.setattr("errpact.lint.flow.core.SELDOM", 1)
    watch.begin(lambda _: None, limit=0.0)
    monkeypatch.setattr(signal, "setitimer", lambda *_: None)  # nobody is to be killed
    try:
        late = analyse(project, Settings(root=tmp_path), load_all())
    finally:
        watch.begin(lambda _: None)
    assert {f.message.rpartition(": ")[2] for f in late.unresolved} == {"it takes too long"}
    assert not late.errors


def test_between_the_files_and_their_functions_the_analysis_is_at_all_of_them(tmp_path: Path) -> None:
    sources = {
        "a.py": b"import requests\ndef ask():\n    return requests.get('https://api.flanks.io/v0').json()\n",
        "b.py": b"",
    }
    files = tuple(SourceFile(path, tmp_path / path, data, True, True) for path, data in sources.items())
    said: list[str] = []
    watch.begin(said.append)
    try:
        analyse(Project(tmp_path, files), Settings(root=tmp_path), load_all())
    finally:
        watch.begin(lambda _: None)
        signal.setitimer(signal.ITIMER_PROF, 0)
    assert said[:3] == ["a.py", "b.py", ""]
    assert "a.py" in said[3:]
    assert said[-1] == ""


def test_a_death_that_no_file_explains_is_an_internal_error_and_the_rest_stands() -> None:
    good, bad = workers.run([unit("a")], work, 2), workers.run([unit("x"), unit("y")], lost, 2)
    assert said(good) == [[("a", "EP101")]]
    assert [e.path for r in bad for e in r.errors] == ["x", "y"]
    assert "its process ended with 3" in str(bad[0].errors[0])


def test_a_process_that_waits_for_ever_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "PATIENCE", 0.6)
    results = workers.run([unit("a", "b"), unit("c")], partial(asleep, "b"), 1)
    assert said(results) == [[("a", "EP101"), ("b", "EP900")], [("c", "EP101")]]


def asleep(path: str, project: Project) -> Analysis:
    for file in project.files:
        watch.at(file.path)
        if file.path == path:
            time.sleep(60)
    return work(project)


def test_where_a_process_cannot_be_copied_a_new_one_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "may_fork", lambda: False)
    results = workers.run([unit("a", "segfault"), unit("c")], work, 2)
    assert said(results) == [[("a", "EP101"), ("segfault", "EP900")], [("c", "EP101")]]


def test_a_worker_whose_parent_was_killed_before_it_began_ends() -> None:
    _ours, theirs = multiprocessing.Pipe()
    gone = -1  # what it was told of its parent fits no living process
    process = multiprocessing.Process(target=workers.serve, args=(theirs, gone, (), None, 60.0))
    process.start()
    process.join(30)
    alive = process.is_alive()
    process.kill()
    assert not alive
    assert process.exitcode == 0
