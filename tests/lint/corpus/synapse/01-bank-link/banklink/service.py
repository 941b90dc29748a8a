from __future__ import annotations

from typing import NamedTuple, Union

from .errors import BankLinkError
from .gateway import HOST, NodesGateway, Reply


class Linked(NamedTuple):
    node_ids: tuple[str, ...]


class Challenge(NamedTuple):
    access_token: str
    question: str


Outcome = Union[Linked, Challenge]


class BankLinkService:
    """Logs a user into their bank and answers the MFA questions."""

    def __init__(self, gateway_header: str, user_header: str, base_url: str = HOST) -> None:
        self.nodes = NodesGateway(gateway_header, user_header, base_url)

    def login(self, user_id: str, bank: str, username: str, password: str) -> Outcome:
        payload = {
            "type": "ACH-US",
            "info": {"bank_id": username, "bank_pw": password, "bank_name": bank},
        }
        return self._read(self.nodes.submit(user_id, payload))

    def answer(self, user_id: str, access_token: str, text: str) -> Outcome:
        return self._read(
            self.nodes.submit(user_id, {"access_token": access_token, "mfa_answer": text})
        )

    @staticmethod
    def _read(reply: Reply) -> Outcome:
        if not reply.success:
            raise BankLinkError(reply.http_code, reply.error_code, reply.text)
        if reply.error_code == 10:
            mfa = reply.body["mfa"]
            return Challenge(mfa["access_token"], mfa["message"])
        return Linked(tuple(node["_id"] for node in reply.body.get("nodes", [])))
