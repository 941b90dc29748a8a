from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from .config import Config
from .transporte import Transporte

T = TypeVar("T")


@dataclass
class Consentimento:
    id: str
    status: str
    permissoes: list[str]

    @classmethod
    def de_json(cls, dados: dict[str, Any]) -> Consentimento:
        return cls(dados["consentId"], dados["status"], dados.get("permissions", []))


class RepositorioRemoto(Generic[T]):
    caminho: str
    modelo: type[T]

    def __init__(self, transporte: Transporte) -> None:
        self.transporte = transporte

    def obter(self, chave: str) -> T:
        resposta = self.transporte.get(f"{self.caminho}/{chave}")
        return self.modelo.de_json(resposta["data"])  # type: ignore[attr-defined]


class Consentimentos(RepositorioRemoto[Consentimento]):
    caminho = "/brickbank/consents/v1/consents"
    modelo = Consentimento


class ServicoConsentimentos:
    def __init__(self, config: Config) -> None:
        self._consentimentos = Consentimentos(Transporte(config))

    def ativo(self, consent_id: str) -> bool:
        return self._consentimentos.obter(consent_id).status == "AUTHORISED"
