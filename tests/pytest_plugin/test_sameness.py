"""What makes the same request, sent again: all but what is made anew for each attempt."""

from __future__ import annotations

import itertools
import json
import time
import uuid
from collections.abc import Callable
from typing import Any

import pytest
import requests

from errpact.contracts import Reply, State
from errpact.pytest_plugin import session
from errpact.pytest_plugin.actions import Action, Hit
from errpact.pytest_plugin.cases import select
from errpact.pytest_plugin.check import Checker, ContractBroken
from errpact.pytest_plugin.options import Options
from errpact.pytest_plugin.sameness import groups
from errpact.pytest_plugin.wire import Request

from .zoo.table import contract as zoo

ACCOUNTS = [uuid.uuid4().hex for _ in range(3)]


class ClientError(Exception):
    def __init__(self, status: int, body: Any) -> None:
        super().__init__(f"HTTP {status}")
        self.status, self.body = status, body


def asked(reply: requests.Response) -> Any:
    if reply.status_code != 200:
        raise ClientError(reply.status_code, reply.json())
    return reply.json()


def again(send: Callable[[str, int], requests.Response]) -> Callable[[str], Any]:
    """A client that sends three times whatever the answer was, half a second between."""

    def call(url: str) -> Any:
        for number in range(1, 4):
            reply = send(f"{url}/animals", number)
            if reply.ok:
                break
            time.sleep(1.5)
        return asked(reply)

    return call


def each(send: Callable[[str, int], requests.Response]) -> Callable[[str], Any]:
    """A client that sends three things, and tells of the first that failed in the end."""

    def call(url: str) -> Any:
        return [asked(reply) for reply in [send(f"{url}/animals", number) for number in range(1, 4)]]

    return call


def states(call: Callable[[str], Any], code: str = "BAD_REQUEST", **options: Any) -> dict[str, str]:
    [plan] = select(zoo(), codes=[code], off=False)
    checker = Checker(plan, Options(max_examples=4), "same", session.server)
    try:
        return dict(checker.check(call, **{"success": {"rows": []}, **options}).verdicts)
    except ContractBroken as error:
        return dict(error.record.verdicts)


def post(**made: Callable[[], Any]) -> Callable[[str, int], requests.Response]:
    return lambda url, number: requests.post(url, json={"a": 1, **{k: v() for k, v in made.items()}}, timeout=5)


def hex_() -> str:
    return uuid.uuid4().hex


@pytest.mark.parametrize(
    "send",
    [
        post(requestId=hex_),
        post(correlation_id=lambda: str(uuid.uuid4())),
        post(timestamp=time.time),
        post(sent_at=lambda: time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(time.time()))),
        post(nonce=hex_, ts=lambda: int(time.time())),
        post(header=lambda: {"requestId": hex_(), "sentAt": time.time()}),
        lambda url, number: requests.post(url, data={"a": 1, "attempt": number, "nonce": hex_()}, timeout=5),
        lambda url, number: requests.get(url, params={"a": 1, "request_id": hex_()}, timeout=5),
        lambda url, number: requests.post(url, json={}, headers={"X-Request-Id": hex_()}, timeout=5),
        lambda url, number: requests.post(url, files={"a": ("a.txt", b"1")}, timeout=5),
    ],
)
def test_what_is_new_in_each_attempt_makes_no_other_request(send: Any) -> None:
    assert states(again(send))["no-retry"] == "broken"
    assert states(again(send), "SLOW_DOWN")["wait"] == "broken"


@pytest.mark.parametrize(
    "send",
    [
        post(externalId=hex_),
        post(reference=lambda: str(uuid.uuid4())),
        lambda url, number: requests.put(f"{url}/{uuid.uuid4()}", json={}, timeout=5),
        lambda url, number: requests.get(url, params={"_": int(time.time() * 1000)}, timeout=5),
    ],
)
def test_what_looks_new_in_each_attempt_leaves_it_open(send: Any) -> None:
    assert states(again(send))["no-retry"] == "undecided"
    assert states(again(send), "SLOW_DOWN")["wait"] == "undecided"


@pytest.mark.parametrize(
    "send",
    [
        lambda url, number: requests.get(url, params={"page": number}, timeout=5),
        lambda url, number: requests.post(url, json={"page": number, "requestId": hex_()}, timeout=5),
        lambda url, number: requests.post(url, json={"account": ACCOUNTS[number - 1]}, timeout=5),
        lambda url, number: requests.post(url, json={"requestId": ACCOUNTS[number - 1]}, timeout=5),
        lambda url, number: requests.post(url, json={"account": f"A-{number}", "nonce": hex_()}, timeout=5),
        lambda url, number: requests.get(f"{url}/{ACCOUNTS[number - 1]}", timeout=5),
        lambda url, number: requests.get(f"{url}/{number}", headers={"X-Request-Id": hex_()}, timeout=5),
        lambda url, number: requests.get(url, params={"timestamp": 1700000000 + 86400 * number}, timeout=5),
        lambda url, number: requests.get(
            url,
            params={"from": time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(time.time() - 86400 * number))},
            timeout=5,
        ),
    ],
)
def test_pages_accounts_and_spans_of_time_are_other_requests(send: Any) -> None:
    assert states(each(send))["no-retry"] == "kept"
    assert states(each(send), "SLOW_DOWN")["wait"] == "kept"


def test_without_a_success_what_is_named_an_id_is_open() -> None:
    [plan] = select(zoo(), codes=["BAD_REQUEST"], off=False)
    record = Checker(plan, Options(max_examples=2), "same", session.server).check(again(post(requestId=hex_)))
    assert record.verdicts["no-retry"] == State.UNDECIDED
    assert any("if requests are the same that differ in `requestId` alone" in note for note in record.notes)


def test_a_key_in_the_body_has_to_stay() -> None:
    found = states(again(post(idempotencyKey=hex_)), "BUSY")
    assert found["same-key"] == "broken"
    assert states(again(post(idempotencyKey=lambda: "one")), "BUSY")["same-key"] == "kept"


def test_ids_that_a_reply_gave_are_other_requests() -> None:
    given = iter(hex_() for _ in itertools.count())
    rows: list[str] = []

    def listed(request: Request) -> Any:
        rows[:] = [next(given) for _ in range(3)]
        return {"rows": rows}

    def call(url: str) -> Any:
        found = requests.get(f"{url}/list", timeout=5).json()["rows"]
        return [asked(r) for r in [requests.post(url, json={"reference": row}, timeout=5) for row in found]]

    assert states(call, routes={"/list": listed})["no-retry"] == "kept"


@pytest.mark.parametrize("body", [b"{", b"[" * 5000, b"\xff\x00", b"[]", b"{}", b'"a"', b'{"a": [1, {"b": null}]}'])
def test_any_body_can_be_compared(body: bytes) -> None:
    hits = [Hit(Request("POST", f"/a?{n}", {}, body), 0, 0, Action(Reply(400, {}))) for n in (1, 1, 2)]
    assert {group.numbers for group in groups(hits)} == {(0, 1), (2,)}


def test_names_that_may_be_data_are_not_printed() -> None:
    def keyed(url: str, number: int) -> requests.Response:
        return requests.post(url, data=json.dumps({"52998224725": hex_()}), timeout=5)

    [plan] = select(zoo(), codes=["BAD_REQUEST"], off=False)
    record = Checker(plan, Options(max_examples=2), "same", session.server).check(again(keyed), success={"rows": []})
    assert record.verdicts["no-retry"] == "undecided"
    assert not any("52998224725" in note for note in record.notes)
