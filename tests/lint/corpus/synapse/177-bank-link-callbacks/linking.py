"""Links a bank by its login."""

from __future__ import annotations

from functools import singledispatchmethod

import httpx
from pydantic import ValidationError

from _events import LinkEvent, LinkState, Listener
from _models import NodesReply

BASE_URL = "https://api.synapsefi.com/v3.1"


def state_of(reply: NodesReply) -> LinkState:
    """Derive the state from the pair of codes."""
    match reply.http_code, reply.error_code:
        case "200", "0" if reply.success:
            return LinkState.LINKED
        case "202", "10":
            return LinkState.MFA_NEEDED
        case "400", "200":
            return LinkState.CREDENTIALS_REJECTED
        case "402", "500":
            return LinkState.ACCOUNT_NEEDS_ATTENTION
        case "402", "460":
            return LinkState.NO_ACH_ACCOUNT
        case "503", "503":
            return LinkState.BANK_IN_MAINTENANCE
        case _:
            return LinkState.FAILED


class BankLinker:
    """Sends the login once and tells the listener what came of it."""

    def __init__(self, http: httpx.Client, listener: Listener) -> None:
        self._http = http
        self._listener = listener

    def link(self, user_id: str, bank_id: str, bank_pw: str, bank_name: str) -> bool:
        """Return whether the bank is linked now; details go to the listener."""
        response = self._http.post(
            f"/users/{user_id}/nodes",
            json={"type": "ACH-US", "info": {"bank_id": bank_id, "bank_pw": bank_pw, "bank_name": bank_name}},
        )
        event = self._event(self._read(response))
        self._listener(event)
        return event.state is LinkState.LINKED

    @staticmethod
    def _read(response: httpx.Response) -> NodesReply | httpx.Response:
        try:
            return NodesReply.model_validate_json(response.content)
        except ValidationError:
            return response

    @singledispatchmethod
    def _event(self, reply: object) -> LinkEvent:
        raise TypeError(type(reply))

    @_event.register
    def _(self, reply: NodesReply) -> LinkEvent:
        return LinkEvent(
            state=state_of(reply),
            http_code=reply.http_code,
            error_code=reply.error_code,
            text=reply.text,
            node_ids=tuple(node.id for node in reply.nodes),
            mfa=reply.mfa,
        )

    @_event.register
    def _(self, reply: httpx.Response) -> LinkEvent:
        return LinkEvent(LinkState.FAILED, str(reply.status_code), "", text=reply.text[:200])


def open_http(gateway: str, user_key: str, base_url: str = BASE_URL) -> httpx.Client:
    """HTTP client with the headers of SynapseFI."""
    return httpx.Client(
        base_url=base_url,
        headers={"X-SP-GATEWAY": gateway, "X-SP-USER": user_key},
        timeout=60.0,
    )
