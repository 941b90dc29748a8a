from __future__ import annotations

import logging
from typing import Any

import requests

from exceptions import Pending, SynapseBaseError, TooManyRequests, exception_for

log = logging.getLogger(__name__)


class Statements:
    def __init__(self, session: requests.Session, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.session = session
        self.base_url = base_url

    def _get(self, path: str) -> dict[str, Any]:
        body = self.session.get(self.base_url + path, timeout=100).json()
        if body.get("error_code", "") != "0":
            raise exception_for(body)
        return body

    def latest(self, user_id: str) -> dict[str, Any] | None:
        try:
            rows = self._get(f"/users/{user_id}/statements").get("statements", [])
        except TooManyRequests:
            log.warning("still throttled after the retries of the session")
            raise
        except Pending as pending:
            log.info("statement of %s is being made: %s", user_id, pending.code)
            raise
        except SynapseBaseError:
            log.exception("statements of %s", user_id)
            raise
        else:
            return max(rows, key=lambda row: row["date_end"], default=None)
        finally:
            log.debug("statements asked for")
