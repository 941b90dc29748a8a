"""Domain service of the onboarding: links the institution and writes the audit record."""
from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import Enum

from gateway import LinkGateway
from return_codes import Severity

audit = logging.getLogger("audit.klavi")


class LinkStatus(str, Enum):
    LINKED = "LINKED"
    LINKED_WITH_GAPS = "LINKED_WITH_GAPS"


@dataclass(frozen=True)
class LinkApplication:
    cpf: str
    institution: str
    username: str
    password: str

    def to_wire(self) -> dict[str, str]:
        return {"cpf": self.cpf, "institution": self.institution, "user": self.username, "password": self.password}


@dataclass(frozen=True)
class LinkReceipt:
    institution: str
    status: LinkStatus


class LinkingService:
    def __init__(self, gateway: LinkGateway) -> None:
        self._gateway = gateway

    def link(self, application: LinkApplication) -> LinkReceipt:
        reply = self._gateway.link(application.to_wire())
        severity = reply.meaning.severity
        audit.info("%s linked, code %d (%s)", application.institution, reply.code, severity.meaning)
        status = LinkStatus.LINKED_WITH_GAPS if severity is Severity.LIMITED else LinkStatus.LINKED
        return LinkReceipt(application.institution, status)
