"""Cliente assíncrono da Klavi (Open Data)."""
import logging
from dataclasses import dataclass, field

import aiohttp
import backoff

logger = logging.getLogger(__name__)

SANDBOX = "https://api-sandbox.klavi.ai"
PRODUCTION = "https://api.klavi.ai"

PARTIAL = {
    201: "falta autorização extra",
    202: "faltam transações",
    203: "relatório sem CPF",
}


class KlaviError(Exception):
    def __init__(self, code, message):
        super().__init__(f"{code} - {message}")
        self.code = code
        self.message = message


class CredentialsError(KlaviError):
    pass


class CustomerError(KlaviError):
    pass


class BankDown(KlaviError):
    pass


class ServerError(KlaviError):
    pass


@dataclass
class Report:
    cpf: str
    data: dict
    missing: list = field(default_factory=list)


def check(code, message):
    """Transforma o código da Klavi na exceção certa."""
    if code in (402, 410, 433, 434, 435):
        raise CredentialsError(code, message)
    elif 400 <= code < 500:
        raise CustomerError(code, message)
    elif code == 403 or code == 432:
        raise BankDown(code, message)
    elif code == 500:
        raise ServerError(code, message)
    elif code != 200 and code not in PARTIAL:
        raise KlaviError(code, message)


class Klavi:
    def __init__(self, token, base_url=PRODUCTION):
        self.base_url = base_url
        self.headers = {"Authorization": f"Bearer {token}"}

    @backoff.on_exception(backoff.constant, (BankDown, ServerError), interval=120, max_tries=3, jitter=None)
    async def report(self, session, cpf):
        async with session.get(
            f"{self.base_url}/open-data/v1/reports", params={"cpf": cpf}, headers=self.headers
        ) as resp:
            body = await resp.json(content_type=None)
        code = int(body["code"])
        check(code, body.get("message", ""))
        report = Report(cpf, body.get("data") or {})
        if code in PARTIAL:
            report.missing.append(PARTIAL[code])
        return report
