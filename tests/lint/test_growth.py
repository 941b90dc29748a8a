"""The work that a program takes grows with its size, not with the number of its paths: in steps, not in seconds."""

from __future__ import annotations

from pathlib import Path

import pytest

from errpact.contracts import load_all
from errpact.contracts.settings import Settings
from errpact.lint.analyse import judged_project
from errpact.lint.project import Project, SourceFile

START = 'import requests, time\n\ndef run(config, rows):\n    reply = requests.get("https://api.klavi.ai/x")\n'
END = '    if reply.json()["code"] != "200":\n        raise ValueError(reply.json()["code"])\n'


def steps(source: str) -> int:
    """How many statements and calls of a program with one entry point are followed, under the last reading."""
    root = Path("/p")
    project = Project(root, (SourceFile("a.py", root / "a.py", source.encode(), True, True),))
    judged = judged_project(project, Settings(root=root), load_all())
    assert judged is not None
    runs = judged[0].runs
    assert [r.complete for r in runs] == [True]
    return judged[0].interp.steps


def in_a_row(statement: str, times: int) -> str:
    return START + "".join(statement.format(n=n) for n in range(times)) + END


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("    if config.get('{n}'):\n        print({{'n': {n}}})\n", id="objects that are thrown away"),
        pytest.param("    if config.get('{n}'):\n        seen = {{'n': [{{}}]}}\n    seen = None\n", id="replaced"),
        pytest.param(
            "    if config.get('{n}'):\n        time.sleep(5)\n"
            "    reply = requests.get('https://api.klavi.ai/x')\n", id="a choice before each resend",
        ),
        pytest.param(
            "    if config.get('{n}'):\n        rows = rows.next()\n        key = {{'a': rows.pop()}}\n", id="made anew"
        ),
        pytest.param("    if config.get('{n}'):\n        rows.append([{n}])\n", id="done for good"),
    ],
)  # fmt: skip
def test_twice_as_much_of_the_same_takes_about_twice_as_long(statement: str) -> None:
    few, many = (steps(in_a_row(statement, times)) for times in (6, 12))
    assert many < 3.5 * few


def test_a_table_of_which_nobody_knows_the_rows_that_fit_is_no_tree_of_choices() -> None:
    found = "    found = [name for name, number in {table} if config.get(name)]\n"
    table = [(str(n), n) for n in range(14)]
    few, many = (steps(START + found.format(table=table[:n]) + END) for n in (8, 14))
    assert many < 3.5 * few


def test_a_count_that_nobody_reads_is_not_gone_through_one_by_one() -> None:
    loop = "    for _ in range({n}):\n        requests.get('https://example.org/x')\n        time.sleep(1)\n"
    assert steps(START + loop.format(n=12) + END) == steps(START + loop.format(n=6) + END)


def test_what_a_worker_takes_from_its_queue_is_like_what_it_took_before() -> None:
    """That the errors of one thing may come for each of the next ones too tells nothing new: few turns have them."""
    worker = "import requests\n\ndef work(queue, todo):\n    for n in range({n}):\n        print(n)\n"
    worker += "        one = queue.get()\n"
    worker += "        code = requests.get(f'https://api.klavi.ai/{{one.id}}').json()['code']\n"
    kept = "        if code == '{code}':\n            todo['{code}'].append((one.id, code))\n"
    worker += "".join(kept.format(code=401 + n) for n in range(6))
    assert steps(worker.format(n=12)) < 3 * 1.5 * steps(worker.format(n=4))
