"""Linking of a bank, without the web framework around it."""
from __future__ import annotations

import logging

from _http import SynapseHttp
from errors import ActionPending, BadUserCredentials, SlowDown, SynapseError, UnknownFingerprint
from models import Answer, BankLogin, LinkedBank

log = logging.getLogger(__name__)


def link_bank(http: SynapseHttp, user_id: str, user_key: str, login: BankLogin) -> Answer:
    try:
        body = http.post(f"/users/{user_id}/nodes", login.to_payload(), user_key=user_key)
    except ActionPending as pending:
        return Answer(202, {"state": "mfa", "question": pending.mfa})
    except SynapseError as exc:
        log.warning("linking %s for %s: %s", login.bank, user_id, exc)
        return refusal(exc)
    linked = LinkedBank.from_response(login.bank, body)
    return Answer(201, {"state": "linked", "bank": linked.bank, "nodes": list(linked.node_ids)})


def refusal(exc: SynapseError) -> Answer:
    match exc:
        case BadUserCredentials() | UnknownFingerprint():
            status, state = 401, "sign-in-again"
        case SlowDown():
            status, state = 429, "slow-down"
        case _:
            status, state = 502, "failed"
    provider = {"http_status": exc.http_status, "error_code": exc.error_code, "text": exc.text}
    return Answer(status, {"state": state, "provider": provider})
