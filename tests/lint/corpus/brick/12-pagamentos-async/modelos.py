from __future__ import annotations

from datetime import datetime
from enum import Enum

from pydantic import BaseModel


class Acao(Enum):
    ESPERAR_TITULARES = "esperar_titulares"
    NOVO_CONSENTIMENTO = "novo_consentimento"
    CONSULTAR_CONSENTIMENTO = "consultar_consentimento"
    PROXIMO_MES = "proximo_mes"
    DAQUI_A_POUCO = "daqui_a_pouco"
    CORRIGIR = "corrigir"
    ABRIR_CHAMADO = "abrir_chamado"


class Corpo(BaseModel):
    code: str = ""
    title: str = ""
    detail: str = ""
    error: str | None = None
    error_description: str | None = None
    message: str | None = None


class Desfecho(BaseModel):
    acao: Acao | None = None
    nao_antes: datetime | None = None
    code: str = ""
    status: int = 200
    detail: str = ""
    dados: dict | None = None
