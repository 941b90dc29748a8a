"""`errpact serve`: documented cases on 127.0.0.1, for a client in any language."""

from __future__ import annotations

import argparse
import hashlib
import json
import signal
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from errpact.contracts import ErrpactError
from errpact.contracts.files import read_text
from errpact.contracts.wording import counted

if TYPE_CHECKING:
    from errpact.pytest_plugin.actions import Action
    from errpact.pytest_plugin.examples import Example
    from errpact.pytest_plugin.plans import Plan
    from errpact.pytest_plugin.wire import Request

HEADER = "x-errpact-case"
REMEMBERED = 10_000


class WrongServe(ErrpactError):
    """Arguments that cannot be served."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("provider", metavar="PROVIDER", help="whose cases, such as khipu")
    parser.add_argument("--case", metavar="ID|FILE", help="a case's id, code or advice, or a written failure")
    parser.add_argument(
        "--script", default="always", metavar="SCRIPT", help="always (default), or fail:N and then success"
    )
    parser.add_argument("--body", choices=("sample", "smallest", "fullest"), default="sample", help="which body")
    parser.add_argument("--success", metavar="FILE", help="the JSON body to send after fail:N (default: {})")
    parser.add_argument("--port", type=int, default=0, help="the port (default: a free one)")
    parser.epilog = (
        "Without --case each request names its own in the header X-Errpact-Case; GET /errpact lists them.\n"
        "fail:N counts each same request (method, URL, body) by itself and starts again after a success."
    )


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted; returns 0."""
    from errpact.pytest_plugin.server import Server

    cases = _cases(args)
    script = _script(args)
    success = _success(args.success)
    chosen = _chosen(args, cases) if args.case else None
    if not 0 <= args.port <= 65535:
        raise WrongServe(f"port {args.port} is none; choose another --port, from 0 to 65535")
    try:
        server = Server(args.port)
    except OSError as exc:
        raise WrongServe(f"port {args.port} on 127.0.0.1 cannot be used: {exc}; choose another --port") from None
    server.play(_Player(cases, chosen, script, success).answer, record=False)
    what = chosen[0] if chosen else f"{counted(len(cases), 'case')} of {args.provider}"
    print(f"serving {what} on {server.url}", flush=True)
    _until_interrupted()
    server.close()
    return 0


def _cases(args: argparse.Namespace) -> dict[str, Plan]:
    from errpact.pytest_plugin.cases import select

    return {plan.id: plan for plan in select(args.provider)}


def _script(args: argparse.Namespace) -> int | None:
    from errpact.pytest_plugin.examples import Script

    try:
        return Script.parse(args.script).times
    except ValueError as exc:
        raise WrongServe(f"--script: {exc}") from None


def _success(path: str | None) -> Any:
    if path is None:
        return {}
    try:
        return json.loads(read_text(path))
    except (OSError, ValueError) as exc:
        why = exc.strerror if isinstance(exc, OSError) else exc
        raise WrongServe(f"--success {path}: cannot be read as JSON: {why}; name a file with the body") from None


def _chosen(args: argparse.Namespace, cases: dict[str, Plan]) -> tuple[str, Example]:
    """The case that --case means, and what to send."""
    from errpact.contracts import UnknownCase
    from errpact.pytest_plugin import cases as cases_
    from errpact.pytest_plugin import failures
    from errpact.pytest_plugin.examples import Example

    if args.case.endswith(".json"):
        data = failures.read(Path(args.case))
        contract = cases_.contract_of(data["provider"])
        return data["case"], Example.from_json(data["example"], contract, data["case"])
    found = [p for p in cases.values() if p.id == args.case or (p.case and cases_.names(p.case, args.case))]
    if not found:
        raise UnknownCase(args.case, list(cases))
    return found[0].id, _example(found[0], args.body)


def _example(plan: Plan, body: str) -> Example:
    from dataclasses import replace

    from errpact.pytest_plugin import bodies
    from errpact.pytest_plugin.examples import Script
    from errpact.pytest_plugin.plans import tour

    first = tour(plan, plan.readings[0], (Script(),))[0]
    if plan.case is None or body == "smallest":
        return first
    if body == "fullest":
        return replace(first, body=bodies.fullest(first.point))
    documented = bodies.samples(first.point)
    return replace(first, body=documented[0]) if documented else first


class _Player:
    """Answers requests and says so."""

    def __init__(
        self, cases: dict[str, Plan], chosen: tuple[str, Example] | None, times: int | None, success: Any
    ) -> None:
        self.cases = cases
        self.chosen = chosen
        self.times = times
        self.success = success
        self.counts: dict[bytes, int] = {}
        self.last: dict[bytes, float] = {}

    def answer(self, request: Request) -> Action:
        """The reply to one request."""
        from errpact.contracts import Reply
        from errpact.pytest_plugin.actions import Action

        if request.path == "/errpact":
            return Action(Reply(200, sorted(self.cases)), "other")
        found = self.chosen or self._named(request)
        if found is None:
            text = f"name a case in the header {HEADER}; GET /errpact lists them"
            return self._say(request, Action(Reply(404, {"message": text}), "other"), "no case named")
        case_id, example = found
        key = self._key(request)
        count = self.counts.pop(key, 0) + 1
        if self.times is not None and count > self.times:
            return self._say(request, Action(Reply(200, self.success), "success"), "success")
        self.counts[key] = count
        return self._say(request, example.action(), f"{case_id} (attempt {count}{self._since(key)})")

    def _key(self, request: Request) -> bytes:
        """What tells the same request again. Only the most recent ones are remembered: a server runs for long."""
        for known in (self.counts, self.last):
            while len(known) > REMEMBERED:
                del known[next(iter(known))]
        method, target, body = request.key
        return hashlib.blake2b(f"{method} {target} ".encode() + body, digest_size=16).digest()

    def _named(self, request: Request) -> tuple[str, Example] | None:
        plan = self.cases.get(request.header(HEADER) or "")
        return (plan.id, _example(plan, "sample")) if plan else None

    def _since(self, key: bytes) -> str:
        now = time.monotonic()
        before = self.last.pop(key, None)
        self.last[key] = now
        return f", {now - before:.2f} s after the last" if before is not None else ""

    def _say(self, request: Request, action: Action, what: str) -> Action:
        print(f"{request.shown} → {action.reply.status} {what}", flush=True)
        return action


def _until_interrupted() -> None:
    done = threading.Event()

    def stop(*_: object) -> None:
        done.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    while not done.wait(0.5):
        pass
