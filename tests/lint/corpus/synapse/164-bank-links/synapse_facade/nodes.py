import logging
import time
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, List, Optional, TypeVar

from .errors import ServerError
from .transport import SynapseSession

log = logging.getLogger(__name__)
T = TypeVar("T")

PENDING = 10


@dataclass
class LinkResult:
    finished: bool
    nodes: List[Dict[str, Any]] = field(default_factory=list)
    mfa: Optional[Dict[str, Any]] = None


def patiently(fn: Callable[..., T], *args: Any, attempts: int = 4, pause: float = 20.0) -> T:
    for attempt in range(1, attempts + 1):
        try:
            return fn(*args)
        except ServerError as exc:
            if attempt == attempts:
                raise
            log.warning("attempt %d of %d: %s", attempt, attempts, exc)
            time.sleep(pause * attempt)
    raise AssertionError


class BankLinks:
    def __init__(
        self,
        client_id: str,
        client_secret: str,
        base_url: str = "https://api.synapsefi.com/v3.1",
    ):
        self._session = SynapseSession(client_id, client_secret, base_url)

    def link(self, user_id: str, bank: str, bank_id: str, bank_pw: str) -> LinkResult:
        payload = {"type": "ACH-US", "info": {"bank_id": bank_id, "bank_pw": bank_pw, "bank_name": bank}}
        body = patiently(self._session.send_json, "/users/%s/nodes" % user_id, payload)
        if body["error_code"] == PENDING:
            return LinkResult(finished=False, mfa=body.get("mfa"))
        return LinkResult(finished=True, nodes=body.get("nodes", []))
