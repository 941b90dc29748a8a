"""After the customer comes back from Flanks Link."""
from __future__ import annotations

import enum
from dataclasses import dataclass

from flanks_client import Credentials, FlanksClient


class Stage(enum.Enum):
    CONNECTED = "connected"


@dataclass
class Onboarded:
    customer_id: int
    credentials: Credentials
    stage: Stage


def finish(flanks: FlanksClient, customer_id: int, link_code: str) -> Onboarded:
    credentials = flanks.link.exchange(link_code)
    return Onboarded(customer_id, credentials, Stage.CONNECTED)


def connect_directly(flanks: FlanksClient, customer_id: int, bank: str, login: str, password: str) -> Onboarded:
    """For the banks that Link doesn't have (we are a regulated entity)."""
    credentials = flanks.credentials.create(bank, login, password)
    return Onboarded(customer_id, credentials, Stage.CONNECTED)
