from __future__ import annotations

from .faults import BadLogin, BadPayload, NoAchAccount
from .ports import BankCredentials, LinkRepository, LinkResult, SynapseApi


class BankLinkService:
    def __init__(self, api: SynapseApi, links: LinkRepository) -> None:
        self._api = api
        self._links = links

    def link(self, user_id: str, credentials: BankCredentials) -> LinkResult:
        payload = {
            "type": "ACH-US",
            "info": {
                "bank_id": credentials.username,
                "bank_pw": credentials.password,
                "bank_name": credentials.bank,
            },
        }
        try:
            body = self._api.create_node(user_id, payload)
        except (BadLogin, BadPayload) as fault:
            result = LinkResult("CREDENTIALS_REJECTED", reason=str(fault))
        except NoAchAccount as fault:
            result = LinkResult("NO_ACH_ACCOUNT", reason=str(fault))
        else:
            result = self._accepted(body)
        self._links.save(user_id, result)
        return result

    @staticmethod
    def _accepted(body: dict) -> LinkResult:
        if body.get("error_code") == "10":
            return LinkResult("MFA_PENDING", mfa_token=body["mfa"]["access_token"])
        return LinkResult("LINKED", tuple(node["_id"] for node in body["nodes"]))
