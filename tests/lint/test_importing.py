"""What a module's top level has done is seen by all who import it, whoever was first and wherever that was."""

from __future__ import annotations

import pytest

from errpact.contracts.settings import Settings
from errpact.lint.analyse import judged_project
from errpact.lint.options import misspelt
from errpact.lint.project import Project, SourceFile

from .one_file import ROOT, analysed, contracts

CONFIG = 'URL = "https://api.flanks.io/v0"\n'
CLIENT = """
import requests
from config import URL

def accounts():
    return requests.post(URL + "/x", timeout=3).json()["accounts"]
"""
FIRST = {
    "nobody": "",
    "a plain import": "import config",
    "an import that is tried": "try:\n    import config\nexcept ImportError:\n    config = None",
    "an import that depends": "import os\nif os.environ.get('LIVE'):\n    from config import URL\nelse:\n    URL = ''",
    "a function that is called": "def load():\n    from config import URL\n    return URL\nURL = load()",
}


@pytest.mark.parametrize("first", FIRST.values(), ids=FIRST)
def test_whoever_imports_a_module_first_takes_nothing_from_it(first: str) -> None:
    found = analysed({"a.py": f"{first}\n", "client.py": f"import a\n{CLIENT}", "config.py": CONFIG}).findings
    assert {f.path for f in found} == {"client.py"}


def test_modules_that_import_each_other_see_what_stands_above() -> None:
    config = f"{CONFIG}import client\n"
    assert {f.path for f in analysed({"config.py": config, "client.py": CLIENT}).findings} == {"client.py"}


def test_what_is_registered_from_another_module_is_there() -> None:
    sources = {
        "registry.py": "HANDLERS = {}\n\ndef handles(name):\n    def keep(f):\n        HANDLERS[name] = f\n"
        "        return f\n    return keep\n",
        "handlers.py": "from registry import handles\n" + CLIENT.replace("def", "@handles(1)\ndef"),
        "config.py": CONFIG,
        "main.py": "import handlers\nfrom registry import HANDLERS\n\ndef main():\n"
        "    for attempt in range(9):\n        try:\n            return HANDLERS[1]()\n        except Exception:\n"
        "            continue\n",
    }
    assert "main.py" in {f.path for f in analysed(sources).findings}


def test_an_entry_point_that_takes_too_long_leaves_the_rules_alone() -> None:
    """They ask what names mean, which costs steps, too."""
    source = "class P:\n    @property\n    def stop(self):\n        return 1\n\nP().stop(tries=3)\nPOLICY = P()\n"
    source += "def asks():\n    return POLICY.stop(tries=3)\n"
    project = Project(ROOT, (SourceFile("a.py", ROOT / "a.py", source.encode(), True, True),))
    found = judged_project(project, Settings(root=ROOT), contracts())
    assert found is not None
    found[0].interp.steps = found[0].interp.budget
    assert list(misspelt(found[0])) == []
    found[0].interp.budget = 0
    assert list(misspelt(found[0])) == []


def test_a_call_without_what_it_needs_is_a_mistake_of_the_program_not_of_ours() -> None:
    calls = ("itemgetter('a')()", "attrgetter('a')()", "methodcaller('a')()", "reduce(max)", "list(enumerate())")
    loops = "    for x in enumerate(iterable=[1]):\n        pass\n    with closing():\n        pass\n"
    source = "from contextlib import closing\nfrom functools import reduce\nfrom operator import *\n"
    source += "from operator import attrgetter, itemgetter, methodcaller\n" + CLIENT
    for number, call in enumerate(calls):
        source += f"\n\ndef f{number}():\n    accounts()\n    return {call}\n"
    source += f"\n\ndef g():\n    accounts()\n{loops}"
    assert analysed({"client.py": source, "config.py": CONFIG}).errors == ()
