"""Template method: execute() = payload -> attempt -> judge -> parse. Subclasses fill in the steps."""
import requests

from errors import BrickError, ConsentPending, NeedsTicket, NotFinished, QuotaUsedUp, RequestRejected, ServerTrouble

PENDING_CODES = ("CONSENTIMENTO_PENDENTE_AUTORIZACAO", "DEPENDE_MULTIPLA_ALCADA")
TICKET_CODES = ("ERRO_NO_FLUXO_OIDC",)


class Operation:
    method = "GET"
    path = ""
    done = (200,)

    def __init__(self, context):
        self.context = context

    def execute(self):
        response = self.attempt(self.payload())
        return self.parse(response.json()["data"])

    # -- steps ---------------------------------------------------------------
    def payload(self):
        return None

    def headers(self):
        return {"Authorization": "Bearer %s" % self.context.token, "Accept": "application/json"}

    def attempt(self, payload):
        response = self.context.session.request(
            self.method,
            self.context.base_url + self.path,
            json=payload,
            headers=self.headers(),
            timeout=self.context.timeout,
            allow_redirects=False,
        )
        self.judge(response)
        return response

    def judge(self, response):
        if response.status_code in self.done:
            return
        fields = self._fields(response)
        raise self._class_for(response.status_code, fields["code"])(response.status_code, raw=response.text, **fields)

    def parse(self, data):
        raise NotImplementedError

    # -- helpers -------------------------------------------------------------
    @staticmethod
    def _class_for(status, code):
        if code in TICKET_CODES:
            return NeedsTicket
        if 500 <= status <= 505:
            return ServerTrouble
        if code in PENDING_CODES:
            return ConsentPending
        if status == 423:
            return QuotaUsedUp
        if 400 <= status < 500:
            return RequestRejected
        if status < 300:
            return NotFinished
        return BrickError

    @staticmethod
    def _fields(response):
        try:
            body = response.json()
        except requests.JSONDecodeError:
            body = {}
        if not isinstance(body, dict):
            body = {}
        return {
            "code": body.get("code") or body.get("error"),
            "title": body.get("title", ""),
            "detail": body.get("detail") or body.get("error_description") or body.get("message", ""),
        }
