"""Layers around a sender: each takes a function returning a Result and gives back one."""
from __future__ import annotations

from functools import reduce
from typing import Callable

from result import Bad, Result

Sender = Callable[[dict], Result]
Layer = Callable[[Sender], Sender]


def again(times: int) -> Layer:
    def layer(send: Sender) -> Sender:
        def inner(job: dict) -> Result:
            result = send(job)
            for _ in range(times):
                if result or result.advice != "RETRY_IMMEDIATELY":
                    break
                result = send(job)
            return result

        return inner

    return layer


def fresh_token(renew: Callable[[], str]) -> Layer:
    """A000 is about our own token: sign once more with a new one."""

    def layer(send: Sender) -> Sender:
        def inner(job: dict) -> Result:
            result = send(job)
            if isinstance(result, Bad) and result.code == "A000":
                return send({**job, "token": renew()})
            return result

        return inner

    return layer


def logged(log: Callable[[str], None]) -> Layer:
    def layer(send: Sender) -> Sender:
        def inner(job: dict) -> Result:
            result = send(job)
            log(f"{job['path']}: {'ok' if result else result.code + ' ' + result.advice}")
            return result

        return inner

    return layer


def stack(send: Sender, *layers: Layer) -> Sender:
    return reduce(lambda inner, layer: layer(inner), layers, send)
