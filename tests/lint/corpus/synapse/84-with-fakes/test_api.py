from __future__ import annotations

import io
import json

import pytest

from api import Api, ApiError


class FakeOpener:
    """Always the same answer; counts the calls."""

    def __init__(self, error_code: str, http_code: str = "200", **body: object) -> None:
        self.body = {"error_code": error_code, "http_code": http_code, **body}
        self.calls = 0

    def __call__(self, request: object, timeout: float) -> io.BytesIO:
        self.calls += 1
        return io.BytesIO(json.dumps(self.body).encode())


def test_success() -> None:
    assert Api({}, opener=FakeOpener("0", _id="n1")).patch("/x", {})["_id"] == "n1"


@pytest.mark.parametrize("code", ["10", "110", "503", "777"])
def test_every_code_raises_once(code: str) -> None:
    opener = FakeOpener(code, "401", error={"en": "Bad credentials"})
    with pytest.raises(ApiError) as info:
        Api({}, opener=opener).patch("/x", {})
    assert info.value.error_code == code
    assert "Bad credentials" in info.value.body["error"]["en"]
    assert opener.calls == 1


def test_relink() -> None:
    with pytest.raises(ApiError) as info:
        Api({}, opener=FakeOpener("110", "401")).patch("/x", {})
    assert info.value.relink
