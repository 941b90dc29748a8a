"""Erros da Brick: cada classe declara os códigos e status que representa e as esperas que a página permite."""
from __future__ import annotations

from datetime import date
from typing import Any, ClassVar


class ErroBrick(Exception):
    """Resposta de erro; serve também para o que ainda não está na documentação."""

    esperas: ClassVar[tuple[float, ...]] = ()
    _por_codigo: ClassVar[dict[str, type["ErroBrick"]]] = {}
    _por_status: ClassVar[dict[int, type["ErroBrick"]]] = {}

    def __init_subclass__(cls, codigos: tuple[str, ...] = (), status: tuple[int, ...] = (), **kw: Any) -> None:
        super().__init_subclass__(**kw)
        for codigo in codigos:
            if codigo in ErroBrick._por_codigo:
                raise TypeError(f"{codigo} registrado duas vezes")
            ErroBrick._por_codigo[codigo] = cls
        for numero in status:
            ErroBrick._por_status[numero] = cls

    def __init__(self, status: int, codigo: str, detalhe: str, corpo: Any = None) -> None:
        super().__init__(status, codigo, detalhe)
        self.status = status
        self.codigo = codigo
        self.detalhe = detalhe
        self.corpo = corpo

    def __str__(self) -> str:
        return f"{self.status} {self.codigo or '(sem código)'}: {self.detalhe}"

    @classmethod
    def de(cls, status: int, corpo: Any) -> "ErroBrick":
        campos = corpo if isinstance(corpo, dict) else {}
        codigo = campos.get("code") or campos.get("error") or ""
        detalhe = campos.get("detail") or campos.get("error_description") or campos.get("message") or ""
        classe = cls._por_codigo.get(codigo) or cls._por_status.get(status) or ErroBrick
        return classe(status, codigo, detalhe, corpo)


class ErroDoServidor(ErroBrick, status=(500, 501, 502, 503, 504, 505)):
    esperas = (3.0, 6.0, 12.0, 24.0, 48.0)


class FluxoOidc(ErroBrick, codigos=("ERRO_NO_FLUXO_OIDC",)):
    """Chamado no Service Desk com o x-fapi-interaction-id."""


class SiteSobrecarregado(ErroBrick, status=(529,)):
    pass


class OutraInstituicao(ErroBrick, codigos=("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API")):
    """Alguns minutos e mais uma vez; se persistir, chamado."""

    esperas = (300.0,)


class Configuracao(
    ErroBrick,
    codigos=("CLIENTE_INVALIDO", "ASSINATURA_INVALIDA", "ERRO_FLUXO_DCR", "ERRO_FLUXO_DCM", "INSTANCIA_NAO_ENCONTRADA",
             "TOKEN_INATIVO", "LINK_NAO_ENCONTRADO"),
    status=(404, 405),
):
    pass


class Requisicao(
    ErroBrick,
    codigos=("DADOS_INVALIDOS", "CPF_INVALIDO", "DATA_DE_EXPIRACAO_INVALIDA", "DATA_EXPIRACAO_INVALIDA", "DATA_INVALIDA",
             "PERMISSAO_PF_PJ_EM_CONJUNTO", "PERMISSOES_INVALIDAS", "INSTITUICAO_NAO_ENCONTRADA", "STATE_NAO_ENCONTRADO",
             "INTERACAO_NAO_ENCONTRADA", "PARAMETRO_NAO_INFORMADO", "PARAMETRO_INVALIDO", "VALOR_INVALIDO"),
    status=(400, 422),
):
    pass


class Autenticacao(ErroBrick, codigos=("invalid_token", "TOKEN_NAO_AUTORIZADO"), status=(401, 403)):
    pass


class RefreshToken(
    ErroBrick,
    codigos=("FALHA_FLUXO_REFRESH_TOKEN", "TIMEOUT_FLUXO_REFRESH_TOKEN", "REFRESH_TOKEN_NAO_ENCONTRADO"),
):
    pass


class Consentimento(
    ErroBrick,
    codigos=("CONSENTIMENTO_INVALIDO", "CONSENTIMENTO_NAO_AUTORIZADO", "CONSENTIMENTO_NAO_ENCONTRADO",
             "CONSENTIMENTO_EM_STATUS_REJEITADO", "CONSENTIMENTO_PENDENTE_AUTORIZACAO", "DEPENDE_MULTIPLA_ALCADA",
             "OPERACAO_NAO_PERMITIDA_STATUS"),
):
    pass


class LimiteOperacional(ErroBrick, codigos=("LIMITE_OPERACIONAL_EXCEDIDO",), status=(423,)):
    """O próximo período de contagem é o próximo mês."""

    def libera_em(self, hoje: date) -> date:
        return date(hoje.year + hoje.month // 12, hoje.month % 12 + 1, 1)


class MuitasRequisicoes(ErroBrick, status=(429,)):
    pass


class Incompleta(ErroBrick, status=(202, 206)):
    """2xx que não traz o recurso inteiro: aceita e não concluída, ou só um intervalo."""
