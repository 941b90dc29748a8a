from __future__ import annotations

from enum import Enum
from typing import Protocol

import attrs

from link_gateway import Linked, LinkGateway, MfaPending


class LinkState(Enum):
    LINKED = "linked"
    WAITING_FOR_CUSTOMER = "waiting"


@attrs.define
class BankLink:
    user_id: str
    bank: str
    state: LinkState
    node_ids: list[str] = attrs.field(factory=list)
    challenge: str | None = None


class LinkRepository(Protocol):
    def save(self, link: BankLink) -> None: ...


class InMemoryLinks:
    def __init__(self) -> None:
        self.saved: list[BankLink] = []

    def save(self, link: BankLink) -> None:
        self.saved.append(link)


@attrs.define
class LinkService:
    gateway: LinkGateway
    links: LinkRepository

    def link(self, user_id: str, bank: str, login: str, password: str) -> BankLink:
        match self.gateway.link(user_id, bank, login, password):
            case MfaPending(question=question):
                link = BankLink(user_id, bank, LinkState.WAITING_FOR_CUSTOMER, challenge=question)
            case Linked(node_ids=node_ids):
                link = BankLink(user_id, bank, LinkState.LINKED, list(node_ids))
        self.links.save(link)
        return link
