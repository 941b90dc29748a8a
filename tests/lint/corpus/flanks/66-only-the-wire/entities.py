from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any, Callable

from wire import FlanksRuntimeError, post

API = "https://api.flanks.io"


@dataclass(frozen=True)
class Entity:
    name: str
    status: str


class Entities:
    def __init__(self, token: str, api: str = API) -> None:
        self._post: Callable[..., dict[str, Any]] = partial(post, token=token)
        self._api = api

    def status(self, credentials_token: str) -> Entity:
        try:
            body = self._post(f"{self._api}/v0/credentials/status", body={"credentials_token": credentials_token})
        except FlanksRuntimeError as exc:
            if exc.body.get("error_code") == 40001:
                raise LookupError(credentials_token, exc.body) from exc
            raise
        state = "pending" if body.get("pending") else "errored" if body.get("errored") else "done"
        return Entity(body.get("name", ""), state)
