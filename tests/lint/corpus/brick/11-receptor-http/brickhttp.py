"""Cliente mínimo do Brick Insurance sobre http.client (sem dependências de rede)."""
from __future__ import annotations

import http.client
import json
import time
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import attrs


@attrs.frozen
class Falha:
    status: int
    code: str | None
    title: str | None
    detail: str | None

    @classmethod
    def ler(cls, status: int, bruto: bytes) -> Falha:
        try:
            doc = json.loads(bruto)
        except ValueError:
            return cls(status, None, None, bruto[:200].decode("latin-1"))
        if "code" in doc:
            return cls(status, doc["code"], doc.get("title"), doc.get("detail"))
        if "error" in doc:
            return cls(status, None, doc["error"], doc.get("error_description"))
        return cls(status, None, None, doc.get("message"))

    @property
    def familia_50x(self) -> bool:
        return 500 <= self.status <= 509

    @property
    def sessoes_demais(self) -> bool:
        # o 429 não tem code publicado; o nome do erro é a única pista
        return self.status == 429 and "too many sessions" in f"{self.title} {self.detail}".lower()


@attrs.frozen
class Recebido:
    data: object


class BrickRecusou(Exception):
    def __init__(self, falha: Falha) -> None:
        super().__init__(str(falha))
        self.falha = falha


def pausas(base: int = 3, vezes: int = 5) -> Iterator[int]:
    for n in range(vezes):
        yield base * 2**n


def minutos(vezes: int = 2) -> Iterator[int]:
    for _ in range(vezes):
        yield 5 * 60


def plano(falha: Falha) -> Callable[[], Iterator[int]] | None:
    match falha:
        case Falha(code="ERRO_CHAMADA_API" | "TIMEOUT_CHAMADA_API"):
            return minutos
        case Falha() if falha.familia_50x or falha.sessoes_demais:
            return pausas
        case _:
            return None


def perseverar(acao: Callable[[], Recebido | Falha], dormir: Callable[[float], None] = time.sleep) -> Recebido:
    """Cada tipo de falha tem a sua agenda; esgotada a agenda, a falha sobe."""
    abertas: dict[Callable[[], Iterator[int]], Iterator[int]] = {}
    while True:
        saida = acao()
        if isinstance(saida, Recebido):
            return saida
        agenda = plano(saida)
        if agenda is None:
            raise BrickRecusou(saida)
        if agenda not in abertas:
            abertas[agenda] = agenda()
        espera = next(abertas[agenda], None)
        if espera is None:
            raise BrickRecusou(saida)
        dormir(espera)


class BrickInsurance:
    def __init__(self, token: str, base_url: str = "https://insurance.brick.example") -> None:
        self._alvo = urlsplit(base_url)
        self._token = token

    def _uma_vez(self, caminho: str) -> Recebido | Falha:
        tipo = http.client.HTTPSConnection if self._alvo.scheme == "https" else http.client.HTTPConnection
        con = tipo(self._alvo.netloc, timeout=30)
        try:
            con.request("GET", self._alvo.path + caminho, headers={"Authorization": f"Bearer {self._token}"})
            resp = con.getresponse()
            bruto = resp.read()
        finally:
            con.close()
        if resp.status >= 300:
            return Falha.ler(resp.status, bruto)
        return Recebido(json.loads(bruto)["data"])

    def apolices(self, consent_id: str) -> object:
        return perseverar(lambda: self._uma_vez(f"/insurance/v1/policies?consentId={consent_id}")).data
