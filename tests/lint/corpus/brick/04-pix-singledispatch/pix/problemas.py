class Problema(Exception):
    """Resposta diferente de sucesso do Brick Bank."""

    codigos: frozenset = frozenset()
    _registro: dict = {}

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        for codigo in cls.codigos:
            Problema._registro[codigo] = cls

    def __init__(self, http: int, corpo: dict):
        self.http = http
        self.codigo = corpo.get("code") or corpo.get("error") or ""
        self.texto = corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or ""
        super().__init__(f"{http} {self.codigo} {self.texto}".strip())

    @classmethod
    def de(cls, http: int, corpo: dict) -> "Problema":
        return cls._registro.get(corpo.get("code"), Problema)(http, corpo)


class ConsentimentoInutil(Problema):
    codigos = frozenset({
        "CONSENTIMENTO_INVALIDO", "CONSENTIMENTO_NAO_AUTORIZADO",
        "CONSENTIMENTO_EM_STATUS_REJEITADO", "OPERACAO_NAO_PERMITIDA_STATUS",
    })


class FaltamAprovacoes(Problema):
    codigos = frozenset({"CONSENTIMENTO_PENDENTE_AUTORIZACAO", "DEPENDE_MULTIPLA_ALCADA"})


class PagamentoIncorreto(Problema):
    codigos = frozenset({
        "DATA_PAGAMENTO_INVALIDA", "PAGAMENTO_DIVERGENTE_CONSENTIMENTO", "DETALHE_PAGAMENTO_INVALIDO",
        "NAO_INFORMADO", "PARAMETRO_NAO_INFORMADO", "PARAMETRO_INVALIDO", "VALOR_INVALIDO", "ERRO_IDEMPOTENCIA",
    })


class LimiteDoCliente(Problema):
    codigos = frozenset({"LIMITE_PERIODO_VALOR_EXCEDIDO", "LIMITE_PERIODO_QUANTIDADE_EXCEDIDO"})
