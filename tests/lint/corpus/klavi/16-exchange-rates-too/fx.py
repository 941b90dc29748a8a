"""PTAX exchange rates of the central bank; nothing to do with Klavi. Their gateway hiccups a lot."""
from __future__ import annotations

import httpx
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

OLINDA = "https://olinda.bcb.gov.br/olinda/servico/PTAX/versao/v1/odata"


class RatesError(Exception):
    def __init__(self, code: str, status: int) -> None:
        super().__init__(f"{code}: HTTP {status}")
        self.code = code
        self.status = status


@retry(
    retry=retry_if_exception_type((RatesError, httpx.TransportError)),
    stop=stop_after_attempt(8),
    wait=wait_exponential_jitter(initial=0.2, max=5),
    reraise=True,
)
def rate(code: str, day: str) -> float:
    """Closing rate of a currency code such as USD."""
    response = httpx.get(
        f"{OLINDA}/CotacaoMoedaDia(moeda=@m,dataCotacao=@d)",
        params={"@m": f"'{code}'", "@d": f"'{day}'", "$format": "json"},
        timeout=10,
    )
    if response.status_code in (408, 429) or response.status_code >= 500:
        raise RatesError(code, response.status_code)
    return response.json()["value"][-1]["cotacaoCompra"]
