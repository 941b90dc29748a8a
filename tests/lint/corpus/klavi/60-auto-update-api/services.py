from typing import Any, Dict

import requests

from gateway import GatewayError, Service, send


class KlaviUpdateError(GatewayError):
    """Klavi refused to change the update settings of a connection."""


class NotAuthorizedByUser(KlaviUpdateError):
    pass


class PartnerSetup(KlaviUpdateError):
    pass


class OurRequestIsWrong(KlaviUpdateError):
    pass


KLAVI_ERRORS = {
    "600": OurRequestIsWrong,
    "601": NotAuthorizedByUser,
    "602": OurRequestIsWrong,
    "701": PartnerSetup,
    "702": PartnerSetup,
    "703": PartnerSetup,
    "704": PartnerSetup,
    "708": OurRequestIsWrong,
}


def _klavi_ok(response: requests.Response, body: Dict[str, Any]) -> bool:
    return str(body.get("code")) == "200"


def _klavi_error(response: requests.Response, body: Dict[str, Any]) -> GatewayError:
    code = str(body.get("code"))
    return KLAVI_ERRORS.get(code, KlaviUpdateError)("klavi", code, body.get("message", ""))


def klavi(base_url: str, partner_code: str, partner_token: str) -> Service:
    headers = {"X-Partner-Code": partner_code, "X-Partner-Token": partner_token}
    return Service("klavi", base_url, _klavi_ok, _klavi_error, headers)


def crm(base_url: str) -> Service:
    return Service(
        "crm",
        base_url,
        lambda response, body: response.ok,
        lambda response, body: GatewayError("crm", body.get("code", str(response.status_code)), body.get("title", "")),
    )


class AutoUpdate:
    def __init__(self, klavi_service: Service, crm_service: Service) -> None:
        self.klavi = klavi_service
        self.crm = crm_service

    def switch(self, connection_key: str, allow: bool) -> Dict[str, Any]:
        body = send(
            self.klavi, "POST", "/data/v1/user/update", {"connectionKey": connection_key, "allowAutoUpdate": allow}
        )
        return body.get("data") or {}

    def note(self, customer_id: str, text: str) -> None:
        send(self.crm, "POST", "/customers/%s/notes" % customer_id, {"text": text})
