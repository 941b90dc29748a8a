"""The documentation is true: generated pages are fresh, code blocks run as shown, the site builds without a warning."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
import tomllib
from dataclasses import fields
from pathlib import Path
from types import ModuleType

import pytest

from errpact.contracts import settings

from .transcripts import blocks, play

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = sorted(p for p in DOCS.rglob("*.md") if "reference" not in p.parts and "_build" not in p.parts)
PLUGIN = DOCS / "reference" / "pytest.md"
PLAYED = [p for p in (*PAGES, PLUGIN) if any(b.language in ("console", "python") for b in blocks(p))]

# The wheel's lane has no docs tools, and the pages say nothing about how errpact was installed.
pytestmark = pytest.mark.skipif(
    bool(os.environ.get("ERRPACT_TESTS_INSTALLED")), reason="the docs are tested once, in the editable tree"
)


def name_of(page: Path) -> str:
    return page.relative_to(DOCS).with_suffix("").as_posix()


@pytest.fixture(scope="module")
def generator(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_docs", root / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_fresh(generator: ModuleType) -> None:
    stale = [
        name
        for name, text in generator.pages().items()
        if not (DOCS / "reference" / name).is_file() or (DOCS / "reference" / name).read_text(encoding="utf-8") != text
    ]
    assert stale == [], "run `python docs/generate.py`"


def test_no_generated_page_is_left_over(generator: ModuleType) -> None:
    found = {p.relative_to(DOCS / "reference").as_posix() for p in (DOCS / "reference").rglob("*.md")}
    assert found - set(generator.pages()) == {"json.md"}


@pytest.mark.parametrize("page", PLAYED, ids=name_of)
def test_the_blocks_of_a_page_run_as_shown(page: Path, tmp_path: Path) -> None:
    assert play(page, tmp_path) > 0


def test_the_blocks_of_the_readme_run_as_shown(root: Path, tmp_path: Path) -> None:
    """With the tutorial's mended client and a recording beside them."""
    mended = [b.body for b in blocks(DOCS / "tutorial.md") if b.body.startswith("# client.py")][-1]
    (tmp_path / "client.py").write_text(mended, encoding="utf-8")
    (tmp_path / "cassettes").mkdir()
    reply = {"error": "Retrieving user data. Please try again in a moment.", "error_code": 20002}
    request = {"method": "POST", "uri": "https://api.flanks.io/v0/bank/account"}
    response = {"status": {"code": 400}, "body": {"string": json.dumps(reply)}}
    cassette = {"version": 1, "interactions": [{"request": request, "response": response}]}
    (tmp_path / "cassettes" / "accounts.json").write_text(json.dumps(cassette), encoding="utf-8")
    assert play(root / "README.md", tmp_path) > 0


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_shown_json_and_toml_is_valid(page: Path) -> None:
    for block in blocks(page):
        if block.language == "json":
            json.loads(block.body)
        elif block.language == "toml":
            tomllib.loads(block.body)


@pytest.mark.parametrize(
    ("heading", "holder"),
    [
        ("tool.errpact", settings.Settings),
        ("tool.errpact.client", settings.Client),
        ("tool.errpact.accept", settings.Accept),
        ("tool.errpact.pytest", settings.PytestSettings),
    ],
)
def test_every_key_of_the_configuration_is_documented(heading: str, holder: type) -> None:
    page = (DOCS / "reference" / "configuration.md").read_text(encoding="utf-8")
    section = page.split(f"## {heading}\n", 1)[1].split("\n## ")[0]
    # The plural fields hold tables that are written one by one; the first two are where the file is, no keys.
    names = {"clients": "client", "accepts": "accept"}
    known = {names.get(f.name, f.name.replace("_", "-")) for f in fields(holder)} - {"root", "file"}
    assert set(re.findall(r"^\| `([\w-]+)` \|", section, re.MULTILINE)) == known


def test_the_configuration_shown_is_accepted(tmp_path: Path) -> None:
    (block,) = [b for b in blocks(DOCS / "reference" / "configuration.md") if b.language == "toml"]
    file = tmp_path / "pyproject.toml"
    file.write_text(block.body, encoding="utf-8")
    (tmp_path / "contracts").mkdir()
    (tmp_path / "contracts" / "acme.toml").touch()
    shown = settings.load_settings(tmp_path)
    assert shown.clients[0].provider == "khipu"
    assert shown.pytest.max_examples == 50


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site; a warning is an error."""
    out = tmp_path_factory.mktemp("site")
    pytest.importorskip("sphinx", reason="in the docs group")
    command = [sys.executable, "-m", "sphinx", "-W", "-n", "-q", "-b", "html", "docs", str(out)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def test_the_site_has_every_page(site: Path) -> None:
    assert {name_of(p) for p in PAGES} <= {p.relative_to(site).with_suffix("").as_posix() for p in site.rglob("*.html")}


def test_the_site_needs_no_network(site: Path) -> None:
    """No page loads a script, a style, a font or a picture from elsewhere."""
    loads = re.compile(r"""<(?:script|img)\b[^>]*\bsrc=["']https?://|<link\b[^>]*\bhref=["']https?://""")
    wrong = [p.name for p in site.rglob("*.html") if loads.search(p.read_text(encoding="utf-8"))]
    assert wrong == []


def test_the_picture_of_a_failure_says_what_a_failure_says(root: Path) -> None:
    """From the case down to the smallest example, but for the seconds, which are real ones."""
    spec = importlib.util.spec_from_file_location("pictures", DOCS / "pictures.py")
    assert spec is not None
    assert spec.loader is not None
    pictures = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(pictures)

    def told(picture: str) -> str:
        text = re.sub(r"\d+\.\d\d s", "0.00 s", re.sub(r"<[^>]*>", "", picture))
        return text[text.index("what is allowed") : text.index("replay")]

    assert told(pictures.failure()) == told(pictures.FAILURE.read_text(encoding="utf-8")), "run docs/pictures.py"


def test_the_links_of_the_pages_outside_the_site_lead_somewhere(root: Path) -> None:
    link = re.compile(r"\]\((?!https?://|#)([^)#]+)[^)]*\)")
    outside = [*root.glob("*.md"), *(root / "examples").rglob("*.md")]
    links = [(page, target) for page in outside for target in link.findall(page.read_text(encoding="utf-8"))]
    assert links
    assert [f"{page.name}: {target}" for page, target in links if not (page.parent / target).exists()] == []


def test_the_hook_of_the_readme_is_the_hook_of_the_repository(root: Path) -> None:
    yaml = pytest.importorskip("yaml")
    (hook,) = yaml.safe_load(next(b.body for b in blocks(root / "README.md") if b.language == "yaml"))["repos"][0][
        "hooks"
    ]
    (real,) = [h for h in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8")) if h["id"] == hook["id"]]
    same = hook.keys() - {"language"}
    assert {k: hook[k] for k in same} == {k: real[k] for k in same}


def test_an_address_that_nobody_has_stands_on_one_page_only(root: Path) -> None:
    """errpact has no public address; a made-up one would be tried."""
    pages = [*root.glob("*.md"), *PAGES, root / "action.yml", root / ".pre-commit-hooks.yaml"]
    texts = {p.name: p.read_text(encoding="utf-8") for p in pages}
    assert [name for name, text in texts.items() if "ERRPACT_REPOSITORY" in text] == ["ci.md"]
    assert not [
        name for name, text in texts.items() if re.search(r"git\.example|OWNER/|github\.com/[\w-]+/errpact", text)
    ]
