"""`errpact init`: a first contract test and the configuration for a repository. Nothing is ever overwritten."""

from __future__ import annotations

import argparse
import os
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from errpact.contracts import ErrpactError
from errpact.contracts.files import read_text

if TYPE_CHECKING:
    from errpact.contracts import Contract

MAX_FILES: Final = 5000
SKIPPED: Final = frozenset({"node_modules", "build", "dist", "site-packages", "__pycache__", "venv"})

TEST: Final = '''"""What our client does with every case that {title} documents."""

import pytest

# What the client gets when all is well: the success reply of the operation that is called below.
SUCCESS = {{}}

# Requests that come before it, such as a token: their replies.
ROUTES = {{
    # "POST /token": {{"access_token": "loopback", "expires_in": 3600}},
}}


@pytest.mark.errpact("{provider}", success=SUCCESS, routes=ROUTES)
def test_our_client(errpact_case):
    def call(base_url):
        # Build your client for base_url, anew each time, and perform one operation:
        #     return OurClient(base_url).balance("1-9")
        # It may be an `async def` as well.
        pytest.skip("build your client here")

    errpact_case.check(call)
'''
CONFIGURATION: Final = """
# errpact: the documented error codes of {title} ({page})
[[tool.errpact.client]]
provider = "{provider}"
paths = [{paths}]

[tool.errpact.pytest]
max-examples = 20
"""


class CannotInit(ErrpactError):
    """Nothing to start from."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("provider", nargs="?", metavar="PROVIDER", help="default: found in the source")
    parser.add_argument("--tests", default="tests", metavar="FOLDER", help="where tests live (default: tests)")


def run(args: argparse.Namespace) -> int:
    """Write what is missing and say what was done; returns 0."""
    root = Path.cwd()
    for contract, files in _wanted(args.provider, root):
        _write_test(root, args.tests, contract)
        _configure(root, contract, files)
    print("next: build your client in the test, then run pytest")
    return 0


def _wanted(provider: str | None, root: Path) -> list[tuple[Contract, list[str]]]:
    from errpact.contracts import UnknownProvider, load_all
    from errpact.contracts.settings import load_settings

    known = load_all(load_settings(root).contracts)
    if provider is not None and provider not in known:
        raise UnknownProvider(provider, sorted(known))
    found = {name: _mentions(root, contract) for name, contract in known.items() if provider in (None, name)}
    chosen = [(known[name], files) for name, files in found.items() if files or name == provider]
    if not chosen:
        raise CannotInit(
            f"no provider's host or package is named in the Python files here; name one: {', '.join(known)}"
        )
    return chosen


def _mentions(root: Path, contract: Contract) -> list[str]:
    """Files that name a host or an SDK module of the provider."""
    marks = [h.host.encode() for h in contract.hosts]
    for sdk in contract.sdks:
        marks += [f"import {sdk.module}".encode(), f"from {sdk.module}".encode()]
    return [p.relative_to(root).as_posix() for p in _sources(root) if any(m in p.read_bytes() for m in marks)]


def _sources(root: Path) -> Iterator[Path]:
    count = 0
    for folder, names, files in os.walk(root):
        names[:] = sorted(n for n in names if not n.startswith(".") and n not in SKIPPED)
        for name in sorted(files):
            if name.endswith(".py") and not name.startswith("test_") and count < MAX_FILES:
                count += 1
                yield Path(folder, name)


def _code(root: Path) -> list[str]:
    """Where code lives: `src`, else the packages and modules of the root, but for its tests."""
    if (root / "src").is_dir():
        return ["src/**"]
    tops = [p.relative_to(root).parts for p in _sources(root)]
    found = dict.fromkeys(top[0] if len(top) == 1 else f"{top[0]}/**" for top in tops if "test" not in top[0])
    return list(found) or ["src/**"]


def _write_test(root: Path, folder: str, contract: Contract) -> None:
    path = root / folder / f"test_{contract.provider.replace('-', '_')}_errors.py"
    if path.exists():
        print(f"{path.relative_to(root)}: exists, left as it is")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEST.format(title=contract.title, provider=contract.provider), encoding="utf-8")
    print(f"{path.relative_to(root)}: written")


def _configure(root: Path, contract: Contract, files: list[str]) -> None:
    file = root / "pyproject.toml"
    try:
        text = read_text(file) if file.exists() else ""
        tool = tomllib.loads(text).get("tool", {})
    except UnicodeDecodeError:
        raise CannotInit("pyproject.toml: is not UTF-8; save it as UTF-8 first") from None
    except tomllib.TOMLDecodeError as exc:
        raise CannotInit(f"pyproject.toml: not valid TOML: {exc}; mend it first") from None
    own = tool.get("errpact", {})
    if any(c.get("provider") == contract.provider for c in own.get("client", ())):
        print(f"pyproject.toml: has a client for {contract.provider}, left as it is")
        return
    paths = ", ".join(f'"{name}"' for name in files or _code(root))
    added = CONFIGURATION.format(title=contract.title, page=contract.page, provider=contract.provider, paths=paths)
    if "pytest" in own:
        added = added.partition("\n[tool.errpact.pytest]")[0]
    with file.open("a", encoding="utf-8") as stream:
        stream.write(added if text else added.lstrip("\n"))
    print(f"pyproject.toml: [[tool.errpact.client]] for {contract.provider} added")
