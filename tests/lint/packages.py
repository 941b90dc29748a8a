"""Lints client packages as they are on PyPI, by version: two of a provider of ours, the rest of anybody else.

`python -m tests.lint.packages` fetches them (the only thing here that needs the network; `--wheels FOLDER` takes them
from there), unpacks them without installing any, and lints each as it is: a package of another API has nothing to
report. With `--deep`, which takes long, packages of up to 20,000 lines are linted twice more, with 300 seconds of
processor time each:

- beside a right client of ours that imports the package, so that all of it is analysed: still nothing to report;
- bound to a provider that it has nothing to do with: what is reported then means nothing, but nothing may fail.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

OWN: Final = {"flanks-client==0.1.0": 12, "synapsepy==1.2.13": 1}
"""Packages of a provider of ours, with how many findings there are, each of them judged in docs/accuracy.md."""
OTHERS: Final = (
    "adyen==16.0.0", "belvo-python==0.39.1", "boto==2.49.0", "braintree==4.48.0", "checkout-sdk==4.8.1",
    "dwollav2==2.3.0", "gocardless-pro==3.22.0", "mercadopago==3.6.0", "nordigen==1.4.2", "paypalrestsdk==1.13.3",
    "plaid-python==46.0.0", "pygithub==2.10.0", "python-binance==1.0.37", "python-gitlab==8.6.0",
    "python-telegram-bot==22.8", "razorpay==2.0.1", "slack-sdk==3.47.0", "spotipy==2.26.0",
    "squareup==46.0.0.20260916", "stripe==16.1.0", "twilio==9.13.0", "xero-python==15.2.0",
)  # fmt: skip
SMALL: Final = 20_000
SECONDS: Final = 300
WRONG: Final = '[[tool.errpact.client]]\nprovider = "flanks"\npaths = ["**"]\n'
CLIENT: Final = """
import requests


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(f"Flanks answered {status}")
        self.status = status
        self.body = body


def accounts(token):
    reply = requests.post("https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=30)
    if reply.status_code != 200:
        raise FlanksError(reply.status_code, reply.json())
    return reply.json()
"""


@dataclass(frozen=True)
class Result:
    """One run. exit: errpact's own exit code, None where it was stopped. rules: findings by rule."""

    package: str
    how: str
    lines: int
    seconds: float
    exit: int | None
    rules: dict[str, int]
    analysed: int = 0
    said: str = ""

    def __str__(self) -> str:
        found = ", ".join(f"{rule} {number}" for rule, number in sorted(self.rules.items())) or "nothing"
        end = "stopped" if self.exit is None else f"exit {self.exit}"
        return (
            f"{self.package:<28}{self.how:<12}{self.lines:>8} lines {self.analysed:>5} analysed {self.seconds:7.1f} s "
            f"{end}: {found} {self.said}"
        ).rstrip()


def fetch(packages: Sequence[str], folder: Path) -> None:
    """Download packages, without what they depend on; pip asks those that have no wheel for their metadata, in an
    environment of its own. Raises CalledProcessError."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    for package in packages:
        subprocess.run([*pip, "--dest", str(folder), package], check=True)


def unpacked(package: str, wheels: Path, into: Path) -> Path:
    """The package's sources. Raises FileNotFoundError."""
    name, _, version = package.partition("==")
    wanted = f"{name.replace('-', '_')}-{version}"
    archive = next((p for p in sorted(wheels.iterdir()) if p.name.lower().startswith(wanted)), None)
    if archive is None:
        raise FileNotFoundError(f"{wanted} is not in {wheels}")
    folder = into / wanted
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(folder)
    else:
        with tarfile.open(archive) as tar:
            tar.extractall(folder, filter="data")
    for config in folder.rglob("pyproject.toml"):
        config.unlink()  # theirs, not ours
    return folder


def lint(package: str, folder: Path, how: str) -> Result:
    """One run of the command."""
    lines = sum(path.read_bytes().count(b"\n") for path in folder.rglob("*.py"))
    (folder / "pyproject.toml").write_text(WRONG if how == "bound" else "[tool.errpact]\n", "utf-8")
    if how == "beside":
        modules = [".".join(p.relative_to(folder).with_suffix("").parts) for p in folder.rglob("*.py")]
        imports = "".join(f"import {m.removesuffix('.__init__')}\n" for m in sorted(modules))
        (folder / "errpact_app.py").write_text(imports + CLIENT, "utf-8")
    command = [sys.executable, "-m", "errpact", "lint", "--no-cache", "--jobs", "1", "--output-format", "json", "."]
    limit = f'ulimit -t {SECONDS}; exec "$@"'
    begin = time.monotonic()
    done = subprocess.run(["sh", "-c", limit, "sh", *command], cwd=folder, capture_output=True, text=True, check=False)
    seconds = time.monotonic() - begin
    report: dict[str, Any] = json.loads(done.stdout) if done.stdout.startswith("{") else {}
    shown = [f for f in report.get("findings", ()) if f["severity"] != "info" and f["certainty"] == "definite"]
    return Result(
        package,
        how,
        lines,
        seconds,
        done.returncode if done.returncode in (0, 1, 2) else None,
        dict(Counter(f["rule"] for f in shown)),
        report.get("statistics", {}).get("analysed", 0),
        done.stderr.strip().partition("\n")[0][:120],
    )


def results(wheels: Path, deep: bool, only: str = "") -> Iterator[Result]:
    """All runs, one after the other."""
    with tempfile.TemporaryDirectory() as into:
        for package in (*OWN, *OTHERS):
            if not package.startswith(only):
                continue
            folder = unpacked(package, wheels, Path(into))
            result = lint(package, folder, "as it is")
            yield result
            if deep and package in OTHERS and result.lines <= SMALL:
                yield lint(package, folder, "beside")
                yield lint(package, folder, "bound")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--wheels", type=Path, help="a folder that has the packages already")
    parser.add_argument("--deep", action="store_true", help="beside a client of ours and bound to a wrong provider too")
    parser.add_argument("--only", default="", metavar="NAME", help="packages whose name starts so")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as fetched:
        if options.wheels is None:
            fetch([p for p in (*OWN, *OTHERS) if p.startswith(options.only)], Path(fetched))
        for result in results(options.wheels or Path(fetched), options.deep, options.only):
            print(result, flush=True)


if __name__ == "__main__":
    main()
