"""`make demo`: errpact on two versions of one client, and on a published client that we didn't write.

Findings are the point, so they don't fail the demo; what isn't as it should be does: a crash, a finding in the careful
version, none in the naive one. Everything that is fetched goes into build/demo/ and is reused.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "demo"
NEEDED = BUILD / "installed"
CONSUMER = ROOT / "examples" / "consumer"
PUBLISHED = ROOT / "examples" / "published"
PACKAGE = "flanks-client==0.1.0"
LIMIT = 300
"""Seconds that one command may take; far more than it needs."""


class Broken(Exception):
    """Something isn't as it should be; the text says what."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What lint and the tests said of one client."""

    name: str
    findings: tuple[Mapping[str, Any], ...]
    items: tuple[Mapping[str, Any], ...]

    @property
    def broken(self) -> int:
        """How many test items saw a broken obligation."""
        return sum("broken" in item["verdicts"].values() for item in self.items)


def main() -> int:
    """Run the demo; 0 when everything went as it should."""
    started = time.monotonic()
    try:
        outcomes = [consumer("naive"), consumer("careful"), published()]
        summary(outcomes)
        matrix(outcomes)
        verify(outcomes)
    except Broken as problem:
        print(f"\nmake demo: {problem}", file=sys.stderr)
        return 1
    print(f"\n{time.monotonic() - started:.0f} s. Where to look next:")
    for line in NEXT:
        print(f"  {line}")
    return 0


NEXT = (
    "examples/consumer/naive/flanks_api.py beside careful/flanks_api.py: the same client, wrong and right",
    ".venv/bin/errpact explain flanks:main:400/50002      what the provider's page says of one case",
    ".venv/bin/errpact explain EP101                      what a rule looks for, with a bad and a good example",
    "build/demo/matrix.html                               both engines, case × obligation, in a browser",
    "build/demo/*.json                                    all of it, for machines",
    "README.md                                            how to set it up in your own repository",
)


# --- the three clients --------------------------------------------------------------------------------------------


def consumer(variant: str) -> Outcome:
    """Lint and test one version of examples/consumer."""
    title(f"{variant}: examples/consumer/{variant}")
    return Outcome(
        variant, lint(variant, CONSUMER, variant), contract_tests(variant, CONSUMER, f"tests/test_{variant}.py")
    )


def published() -> Outcome:
    """Lint and test the client from PyPI, as it is."""
    title(f"{PACKAGE}, as it is on PyPI")
    findings = lint("flanks-client", fetch(), "flanks")
    return Outcome("flanks-client", findings, contract_tests("flanks-client", PUBLISHED, ".", site=NEEDED))


def fetch() -> Path:
    """The folder that holds the published client and nothing else; what it needs goes beside it. Installed once."""
    folder = BUILD / "flanks-client"
    ready = folder / ".ready"
    if not ready.exists():
        print(f"fetching {PACKAGE} into {folder.relative_to(ROOT)} (once; needs PyPI)")
        install("--target", str(NEEDED), PACKAGE)
        install("--target", str(folder), "--no-deps", PACKAGE)
        # A project of its own, so that paths in reports start here.
        (folder / "pyproject.toml").write_text("[tool.errpact]\n", encoding="utf-8")
        ready.touch()
    return folder


def install(*arguments: str) -> None:
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade"]
    if run([*pip, *arguments], ROOT).returncode:
        raise Broken(
            f"{PACKAGE} could not be fetched. PyPI is needed once; run `make demo` again when it is reachable."
        )


# --- running errpact ----------------------------------------------------------------------------------------------


def lint(name: str, folder: Path, target: str) -> tuple[Mapping[str, Any], ...]:
    """Lint a folder: the text for the reader, the JSON for the summary."""
    report = BUILD / f"{name}.lint.json"
    outputs = ["--output-format", "text", "--output-format", f"json={report}"]
    done = run([sys.executable, "-m", "errpact", "lint", *outputs, target], folder)
    say(f"errpact lint {target}", done, (0, 1))
    return tuple(json.loads(report.read_text(encoding="utf-8"))["findings"])


def contract_tests(name: str, folder: Path, target: str, site: Path | None = None) -> tuple[Mapping[str, Any], ...]:
    """Run contract tests: the plugin's summary for the reader, the JSON for ours."""
    report = BUILD / f"{name}.pytest.json"
    report.unlink(missing_ok=True)
    quiet = ["--tb=no", "-rN", "--no-header", "-p", "no:asyncio", "-o", f"cache_dir={BUILD / 'pytest-cache'}"]
    arguments = [*quiet, "--errpact-only-broken", "--errpact-json", str(report)]
    done = run([sys.executable, "-m", "pytest", *arguments, target], folder, site=site)
    say(f"pytest {target}", done, (0, 1))
    return tuple(json.loads(report.read_text(encoding="utf-8"))["items"])


def run(command: Sequence[str], folder: Path, *, site: Path | None = None) -> subprocess.CompletedProcess[str]:
    environ = dict(os.environ)
    if site is not None:
        environ["PYTHONPATH"] = str(site)
    try:
        return subprocess.run(
            command, cwd=folder, env=environ, capture_output=True, text=True, check=False, timeout=LIMIT
        )
    except subprocess.TimeoutExpired:
        raise Broken(f"`{' '.join(command)}` took more than {LIMIT} s") from None


def say(command: str, done: subprocess.CompletedProcess[str], good: Sequence[int]) -> None:
    """Show what a command printed; anything but clean or findings is a broken demo."""
    print(f"$ {command}")
    print(done.stdout.strip("\n"))
    if done.returncode not in good:
        raise Broken(f"`{command}` ended with {done.returncode}:\n{done.stderr}")
    print()


# --- the summary --------------------------------------------------------------------------------------------------


def summary(outcomes: Sequence[Outcome]) -> None:
    """What each client does with each case: the obligations that it broke."""
    title("what the running clients broke, by documented case (✓ nothing)")
    for line in table(outcomes):
        print(line)
    print()
    for outcome in outcomes:
        counted = Counter(f"{finding['rule']} {finding['name']}" for finding in outcome.findings)
        listed = ", ".join(f"{rule} ×{count}" for rule, count in sorted(counted.items()))
        print(f"lint, {outcome.name}: {listed or 'nothing'}")


def table(outcomes: Sequence[Outcome]) -> list[str]:
    """One row a case, one column a client."""
    broken = [broken_by_case(outcome) for outcome in outcomes]
    cases = list(dict.fromkeys(case for client in broken for case in client))
    rows = [["case", *(outcome.name for outcome in outcomes)]]
    rows += [[case, *(", ".join(client.get(case, ())) or "✓" for client in broken)] for case in cases]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def broken_by_case(outcome: Outcome) -> dict[str, tuple[str, ...]]:
    """Documented case → obligations that any test of it saw broken. Off-contract replies are not documented."""
    found: dict[str, dict[str, None]] = {}
    for item in outcome.items:
        if ":off:" not in item["case"]:
            broken = (name for name, state in item["verdicts"].items() if state == "broken")
            found.setdefault(item["case"], {}).update(dict.fromkeys(broken))
    return {case: tuple(names) for case, names in found.items()}


def matrix(outcomes: Sequence[Outcome]) -> None:
    """Both engines' verdicts on one page."""
    lints = [str(BUILD / f"{outcome.name}.lint.json") for outcome in outcomes]
    results = [str(BUILD / f"{outcome.name}.pytest.json") for outcome in outcomes]
    command = ["matrix", "--exit-zero", "--lint", *lints, "--results", *results, "--html", str(BUILD / "matrix.html")]
    done = run([sys.executable, "-m", "errpact", *command], ROOT)
    if done.returncode:
        raise Broken(f"errpact matrix ended with {done.returncode}: {done.stderr}")


def verify(outcomes: Sequence[Outcome]) -> None:
    """The demo's own expectations: each client shows what it is there to show."""
    naive, careful, other = outcomes
    for outcome in (naive, other):
        if not outcome.findings or not outcome.broken:
            raise Broken(f"{outcome.name} should have findings and broken items, and has not")
    if careful.findings or careful.broken:
        raise Broken("careful should have no finding and no broken item, and has")
    if not any(finding["path"].endswith("connection.py") for finding in other.findings):
        raise Broken("a finding in flanks-client should point into its connection.py")


def title(text: str) -> None:
    print(f"\n=== {text} {'=' * max(4, 100 - len(text))}\n")


if __name__ == "__main__":
    BUILD.mkdir(parents=True, exist_ok=True)
    sys.exit(main())
