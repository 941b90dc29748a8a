"""Use cases of the consent screen."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Literal

from gateway import Gateway
from replies import Accepted

DEFAULT_PERMISSIONS = ("ACCOUNTS_READ", "ACCOUNTS_BALANCES_READ", "RESOURCES_READ")
# The rule says twelve months at most; stay a day below.
LONGEST = timedelta(days=364)


@dataclass(frozen=True)
class Consent:
    state: Literal["created", "processing"]
    id: str | None = None
    status: str | None = None
    redirect_url: str | None = None


async def ask(gateway: Gateway, brand_id: str, cpf: str, *, lasts: timedelta = LONGEST) -> Consent:
    expires = datetime.now(timezone.utc) + min(lasts, LONGEST)
    reply = await gateway.call(
        "POST",
        "/data/consents",
        json={
            "brandId": brand_id,
            "data": {
                "loggedUser": {"document": {"identification": cpf, "rel": "CPF"}},
                "permissions": list(DEFAULT_PERMISSIONS),
                "expirationDateTime": expires.strftime("%Y-%m-%dT%H:%M:%SZ"),
            },
        },
    )
    if isinstance(reply, Accepted):
        return Consent("processing", reply.data.get("consentId"))
    return Consent(
        "created", reply.data.get("consentId"), reply.data.get("status"), reply.data.get("redirectUrl")
    )


async def status(gateway: Gateway, consent_id: str) -> str | None:
    """Brick's word for the state of the consent; None while Brick is still working on it."""
    reply = await gateway.call("GET", f"/data/consents/{consent_id}")
    return None if isinstance(reply, Accepted) else reply.data.get("status", "UNKNOWN")
