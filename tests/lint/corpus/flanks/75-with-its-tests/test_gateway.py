from __future__ import annotations

from unittest.mock import MagicMock

import pytest

from gateway import Gateway, GatewayError


def reply(status: int, body: dict) -> MagicMock:
    return MagicMock(status_code=status, json=lambda: body)


def error(code: int | None, text: str = "Please try again", status: int = 400) -> MagicMock:
    body: dict = {"error": text}
    if code is not None:
        body["error_code"] = code
    return reply(status, body)


def gateway(*replies: MagicMock) -> tuple[Gateway, MagicMock]:
    session = MagicMock()
    session.post.side_effect = list(replies)
    return Gateway("t", session=session, sleep=lambda _: None), session


def test_polls_until_ready() -> None:
    gw, session = gateway(error(20002), error(20002), reply(200, {"cards": []}))
    assert gw.post("/v0/bank/card", {}) == {"cards": []}
    assert session.post.call_count == 3


@pytest.mark.parametrize("code", [20001, 20003, 40001, 50002, 99999, None])
def test_raises_at_once(code: int | None) -> None:
    gw, session = gateway(*[error(code)] * 9)
    with pytest.raises(GatewayError) as info:
        gw.post("/v0/bank/card", {})
    assert info.value.error_code == code
    assert session.post.call_count == 1


def test_gives_up() -> None:
    gw, session = gateway(*[error(20002)] * 9)
    with pytest.raises(GatewayError, match="try again"):
        gw.post("/v0/bank/card", {})
    assert session.post.call_count == 5
