from __future__ import annotations

from typing import Self

import httpx

from codes import Code
from results import Complete, Envelope, Incomplete, Reason, Refused, Report, Result

OUT_OF_ORDER = {Code.BANK_SERVICE, Code.TOO_MANY_REQUESTS, Code.INTERNAL}
OURS = {Code.UNEXPECTED, Code.TRACE_ID, Code.TOKEN_NOT_REQUIRED}


def reason_for(code: Code) -> Reason:
    if code in OUT_OF_ORDER:
        return Reason.UNAVAILABLE
    if code in OURS or code >= Code.INVALID_ACCESS:
        return Reason.INTEGRATION
    if Code.CREDENTIALS <= code <= Code.MFA_MISSING:
        return Reason.CUSTOMER
    if code in (Code.TOO_MANY_WRONG_INPUTS, Code.BANK_SECURITY, Code.REGISTRATION_RUNNING):
        return Reason.WAIT
    return Reason.INTEGRATION


class BureauClient:
    """Synchronous client; one instance per process is enough."""

    def __init__(self, token: str, base_url: str = "https://api.klavi.ai", timeout: float = 30.0) -> None:
        self._http = httpx.Client(
            base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=timeout
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def report(self, cpf: str) -> Result:
        response = self._http.get("/open-data/v1/reports", params={"cpf": cpf})
        envelope = Envelope.model_validate_json(response.content)
        code = Code(envelope.code)
        if code is Code.OK:
            return Complete(envelope.data or Report())
        if code.usable:
            return Incomplete(envelope.data or Report(), gap=code)
        return Refused(reason_for(code))
