"""Discovery: what is walked, what matters, what is asked for."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from errpact.contracts import load_all
from errpact.contracts.settings import load_settings
from errpact.lint import ignores, imports
from errpact.lint.cache import Cache
from errpact.lint.discover import Discovery, MissingPath, Request, discover
from errpact.lint.index import Index
from errpact.lint.prefilter import compile_triggers, shipped, triggers
from errpact.lint.walk import walk

CLIENT = b'import requests\nrequests.post("https://api.flanks.io/v0/token", timeout=3)\n'


def tree(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root.resolve()


def found(root: Path, *paths: str, cache: Cache | None = None, **request: object) -> Discovery:
    settings = load_settings(root)
    trigger = triggers(settings)
    index = Index(cache or Cache(None), repr(trigger).encode())
    asked = tuple(root / p for p in paths) or (root,)
    result = discover(Request(paths=asked, **request), settings, trigger, index)  # type: ignore[arg-type]  # free keywords
    index.save()
    return result


def names(result: Discovery) -> list[str]:
    return [f.path for f in result.project.files]


def test_shipped_triggers_are_those_of_the_contracts() -> None:
    hosts, modules = shipped()
    contracts = load_all().values()
    assert {h.host for c in contracts for h in c.hosts} <= hosts
    assert {s.module for c in contracts for s in c.sdks} <= modules
    assert "api.flanks.io" in hosts
    assert "flanks" in modules


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        (b'URL = "https://api.flanks.io/v0"', True),
        (b"from flanks import Client", True),
        (b"    from flanks.client import Client", True),
        (b"import os, flanks", True),
        (b'importlib.import_module("flanks.client")', True),
        (b"# errpact: provider=khipu", True),
        (b"# his flanks were exposed", False),
        (b"import flanksteak", False),
        (b"# errpact: ignore[EP101]", False),
        (b"https://apiXflanks.io", False),
    ],
)
def test_a_trigger_is_a_host_an_sdk_or_a_comment(text: bytes, hit: bool) -> None:
    assert compile_triggers({"api.flanks.io"}, {"flanks"}, ()).hit(text) is hit


def test_only_relevant_files_their_imports_and_their_importers_are_analysed(tmp_path: Path) -> None:
    root = tree(
        tmp_path,
        {
            "app/__init__.py": "",
            "app/client.py": b"from .errors import Fault\n" + CLIENT,
            "app/errors.py": "class Fault(Exception): ...\n",
            "app/tasks.py": "from app import client\n",
            "app/cron.py": "import app.tasks\n",
            "app/colours.py": "RED = 1\n",
            "other.py": "import json\n",
        },
    )
    result = found(root)
    assert names(result) == ["app/__init__.py", "app/client.py", "app/cron.py", "app/errors.py", "app/tasks.py"]
    assert [f.path for f in result.project.files if f.relevant] == ["app/client.py"]
    assert result.checked == 7
    assert result.whole


def test_nothing_relevant_means_nothing_to_analyse(tmp_path: Path) -> None:
    root = tree(tmp_path, {"a.py": "import requests\n", "b.py": "import a\n"})
    assert names(found(root)) == []
    assert names(found(root, prefilter=False)) == ["a.py", "b.py"]


def test_a_changed_exception_module_brings_the_callers_that_depend_on_it(tmp_path: Path) -> None:
    root = tree(
        tmp_path,
        {
            "errors.py": "class Fault(Exception): ...\n",
            "client.py": b"import errors\n" + CLIENT,
            "caller.py": "import client\n",
            "unrelated.py": CLIENT,
        },
    )
    result = found(root, "errors.py")
    assert names(result) == ["caller.py", "client.py", "errors.py"]
    assert result.reported == {"errors.py", "client.py", "caller.py"}
    assert [f.path for f in result.project.files if f.selected] == ["errors.py"]
    assert not result.whole


def test_a_file_that_reaches_no_provider_call_is_not_analysed(tmp_path: Path) -> None:
    root = tree(tmp_path, {"client.py": CLIENT, "lonely.py": "x = 1\n"})
    assert names(found(root, "lonely.py")) == []


def test_bound_paths_matter_where_http_is_in_reach(tmp_path: Path) -> None:
    binding = '[[tool.errpact.client]]\nprovider = "khipu"\npaths = ["banks/**"]\n'
    root = tree(
        tmp_path,
        {
            "pyproject.toml": binding,
            "banks/khipu.py": "from common.http import post\n",
            "banks/names.py": "NAMES = ['a']\n",
            "common/http.py": "import requests\ndef post(url): ...\n",
            "common/text.py": "x = 1\n",
        },
    )
    result = found(root)
    assert [f.path for f in result.project.files if f.relevant] == ["banks/khipu.py"]
    assert names(result) == ["banks/khipu.py", "common/http.py"]


def test_a_configured_function_makes_its_users_relevant(tmp_path: Path) -> None:
    binding = '[[tool.errpact.client]]\nprovider = "khipu"\nfunctions = ["bank.fetch"]\n'
    root = tree(tmp_path, {"pyproject.toml": binding, "bank.py": "def fetch(): ...\n", "x.py": "y = 1\n"})
    assert names(found(root)) == ["bank.py"]


def test_own_folders_of_tools_are_skipped_unless_named(tmp_path: Path) -> None:
    root = tree(
        tmp_path,
        {
            "a.py": "",
            ".venv/lib/b.py": "",
            "env/pyvenv.cfg": "",
            "env/c.py": "",
            "node_modules/d.py": "",
            "x/__pycache__/e.py": "",
            ".hidden/f.py": "",
        },
    )
    assert sorted(walk(str(root), root).files) == [".hidden/f.py", "a.py"]
    assert found(root, ".venv/lib").checked == 1


def test_exclude_spares_named_files_unless_forced(tmp_path: Path) -> None:
    root = tree(
        tmp_path,
        {
            "pyproject.toml": '[tool.errpact]\nexclude = ["gen/**", "*_pb2.py"]\n',
            "gen/a.py": CLIENT,
            "b_pb2.py": CLIENT,
        },
    )
    assert found(root).checked == 0
    assert names(found(root, "gen/a.py")) == ["gen/a.py"]
    assert found(root, "gen/a.py", "b_pb2.py", force_exclude=True).checked == 0


def test_a_missing_path_is_the_users_mistake(tmp_path: Path) -> None:
    with pytest.raises(MissingPath, match=r"nowhere\.py: no such file or folder; check the path"):
        found(tmp_path.resolve(), "nowhere.py")


def test_contents_may_stand_for_a_file(tmp_path: Path) -> None:
    root = tree(tmp_path, {"a.py": "x = 1\n"})
    result = found(root, "new.py", overrides={"new.py": CLIENT})
    assert [(f.path, f.data) for f in result.project.files] == [("new.py", CLIENT)]


def test_the_index_answers_for_unchanged_files_only(tmp_path: Path) -> None:
    root = tree(tmp_path, {"src/a.py": "x = 1\n", "src/client.py": "y = 1\n"})
    for file in ("a.py", "client.py"):
        os.utime(root / "src" / file, (1_000_000, 1_000_000))
    cache = Cache(root / ".errpact_cache")
    assert names(found(root, cache=cache)) == []
    trigger = triggers(load_settings(root))
    assert Index(cache, repr(trigger).encode()).get("src/a.py", str(root / "src/a.py")) is not None
    assert Index(cache, b"another contract").get("src/a.py", str(root / "src/a.py")) is None
    (root / "src/client.py").write_bytes(CLIENT)
    assert names(found(root, cache=cache)) == ["src/client.py"]


def test_files_that_are_not_text_are_named(tmp_path: Path) -> None:
    root = tree(
        tmp_path,
        {
            "bad.py": b"x = '\xff'\n",
            "good.py": b"# coding: latin-1\nx = '\xff'\n",
            "lying.py": b"# coding: nope\n\xff\n",
        },
    )
    assert found(root).garbled == ("bad.py", "lying.py")


PATTERNS = """
# a comment
*.log
/top.py
gen/
!gen/keep.py
docs/**/draft.py
**/deep/x.py
a?c.py
[mn]o.py
[!p]q.py
!keep_me.py
keep_*.py
with\\ space.py
trailing.py~~~
"""


def test_gitignore_is_read_as_git_reads_it(tmp_path: Path) -> None:
    """The walk agrees with git itself on a repository with every sort of pattern."""
    files = [
        "top.py", "sub/top.py", "gen/a.py", "gen/keep.py", "x/gen/b.py", "docs/draft.py", "docs/a/b/draft.py",
        "deep/x.py", "p/q/deep/x.py", "abc.py", "a/c.py", "mo.py", "po.py", "pq.py", "zq.py", "keep_me.py", "plain.py",
        "with space.py", "trailing.py", "own/here.py", "own/there.py", "own/sub/here.py",
    ]  # fmt: skip
    root = tree(tmp_path, dict.fromkeys(files, ""))
    tree(root, {".gitignore": PATTERNS.replace("~", " "), "own/.gitignore": "here.py\n!/sub/here.py\n"})
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    (root / ".git/info").mkdir(exist_ok=True)
    (root / ".git/info/exclude").write_text("plain.py\n")
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z", "*.py"], cwd=root, check=True, capture_output=True
    ).stdout.decode()
    assert sorted(walk(str(root), root).files) == sorted(filter(None, listed.split("\0")))
    below = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z", "*.py"],
        cwd=root / "own",
        check=True,
        capture_output=True,
    ).stdout.decode()
    assert sorted(walk(str(root / "own"), root / "own").files) == sorted(filter(None, below.split("\0")))


def test_a_bad_pattern_is_ignored(tmp_path: Path) -> None:
    root = tree(tmp_path, {".gitignore": "[z-a].py\n/\n!\n", "a.py": ""})
    assert ignores.read(str(root)) == ()
    assert walk(str(root), root).files == ["a.py"]


@pytest.mark.parametrize(
    ("source", "modules"),
    [
        (b"import a", ("a",)),
        (b"import a.b as c, d", ("a.b", "d")),
        (b"from a import b, c as d", ("a", "a.b", "a.c")),
        (b"from . import b", (".", ".b")),
        (b"from ..p.q import (\n    x,  # why\n    y,\n)", ("..p.q", "..p.q.x", "..p.q.y")),
        (b"from a import b, \\\n    c\n", ("a", "a.b", "a.c")),
        (b"try:\n    import a  # x\nexcept E: pass", ("a",)),
        (b"x = importlib.import_module('a.b')", ("a.b",)),
        (b"important = 1\nfromage = 2", ()),
        (b"import a; import b", ("a", "b")),
        (b"try: from .a import b", (".a", ".a.b")),
    ],
)
def test_imports_are_read_from_the_bytes(source: bytes, modules: tuple[str, ...]) -> None:
    assert imports.scan(source) == modules


def test_names_start_at_every_possible_source_root() -> None:
    graph = imports.Graph(
        {
            "src/pkg/__init__.py": (),
            "src/pkg/a.py": ("pkg.b", ".c"),
            "src/pkg/b.py": ("..", "json"),
            "src/pkg/c.py": ("c",),
            "tools/json.py": (),
        }
    )
    assert graph.down["src/pkg/a.py"] == {"src/pkg/b.py", "src/pkg/c.py"}
    assert graph.down["src/pkg/b.py"] == set()
    assert graph.down["src/pkg/c.py"] == set()
    assert graph.importers(["src/pkg/b.py"]) == {"src/pkg/b.py", "src/pkg/a.py"}


def test_of_several_candidates_the_one_beside_the_importer_is_meant() -> None:
    graph = imports.Graph(
        {"a/client.py": (), "b/client.py": (), "a/use.py": ("client",), "b/x/use.py": ("client",), "c.py": ("client",)}
    )
    assert graph.down["a/use.py"] == {"a/client.py"}
    assert graph.down["b/x/use.py"] == {"b/client.py"}
    assert graph.down["c.py"] == set()


def test_a_package_in_the_virtual_environment_is_looked_at_alone(tmp_path: Path) -> None:
    site = ".venv/lib/python3.11/site-packages/flanks"
    root = tree(tmp_path, {f"{site}/__init__.py": "", f"{site}/client.py": CLIENT, "app.py": "import flanks.client\n"})
    assert names(found(root, site)) == [f"{site}/client.py"]
    assert found(root, site).reported == {f"{site}/__init__.py", f"{site}/client.py"}
