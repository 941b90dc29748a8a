"""Use case: the customer switches automatic updates on or off."""
from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import TypeVar

import requests

from errors import KlaviUpdateException, PlatformException, UserDeclined
from update_gateway import AutoUpdateCommand, AutoUpdateGateway

T = TypeVar("T")
LOG = logging.getLogger(__name__)

AUDIT_URL = "https://audit.internal.finbank.example/events"


class RetryTemplate:
    """For our own services only."""

    def __init__(self, attempts: int = 4, pause: float = 0.2) -> None:
        self._attempts = attempts
        self._pause = pause

    def execute(self, action: Callable[[], T]) -> T:
        last: Exception | None = None
        for number in range(self._attempts):
            try:
                return action()
            except requests.RequestException as error:
                last = error
                time.sleep(self._pause * (number + 1))
        raise PlatformException("gave up") from last


class AuditGateway:
    def __init__(self, session: requests.Session, template: RetryTemplate) -> None:
        self._session = session
        self._template = template

    def record(self, event: str) -> None:
        self._template.execute(lambda: self._session.post(AUDIT_URL, json={"event": event}, timeout=3).raise_for_status())


class AutoUpdateService:
    def __init__(self, gateway: AutoUpdateGateway, audit: AuditGateway | None = None) -> None:
        self._gateway = gateway
        self._audit = audit

    def switch(self, connection_key: str, allow: bool) -> str:
        try:
            enabled = self._gateway.execute(AutoUpdateCommand(connection_key=connection_key, allow=allow))
        except UserDeclined as declined:
            LOG.info("customer has not authorized updates (%s)", declined.code)
            raise
        except KlaviUpdateException:
            LOG.exception("auto update not switched")
            raise
        if self._audit is not None:
            self._audit.record("auto-update")
        return "ENABLED" if enabled else "DISABLED"
