"""Stand-ins for the exceptions of the retired SDK, so that callers don't change during the move to httpx.

A subclass names the codes that it stands for; the registry does the rest.
"""
from __future__ import annotations

from typing import Any, ClassVar


class SynapseFault(Exception):
    registry: ClassVar[dict[str, type["SynapseFault"]]] = {}

    def __init_subclass__(cls, codes: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        for code in codes:
            SynapseFault.registry[code] = cls

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.body = body
        super().__init__(f"HTTP {status}: {body}")


class ClientNotAuthorized(SynapseFault, codes=("100", "120", "300")):
    pass


class RelinkRequired(SynapseFault, codes=("110",)):
    pass


class PayloadRefused(SynapseFault, codes=("200", "400", "404")):
    pass


class NotAllowedOnNode(SynapseFault, codes=("410",)):
    pass


class RequestFailed(SynapseFault, codes=("429", "450", "460")):
    pass


class ServerFault(SynapseFault, codes=("500",)):
    pass


class Unavailable(SynapseFault, codes=("503",)):
    """Also the default: what we don't know is most likely an outage."""


class ActionPending(SynapseFault):
    """202: not the final answer yet."""


def fault_from(status: int, body: dict[str, Any]) -> SynapseFault:
    error = body.get("error") or {}
    return SynapseFault.registry.get(error.get("code", ""), Unavailable)(status, body)
