class ErroBrick(Exception):
    """Resposta de erro do Brick Bank; `codigo` vem vazio quando o corpo não traz um."""

    def __init__(self, status, codigo, titulo, detalhe):
        super().__init__("HTTP {} {}: {} {}".format(status, codigo or "-", titulo, detalhe))
        self.status = status
        self.codigo = codigo
        self.titulo = titulo
        self.detalhe = detalhe

    @classmethod
    def da_resposta(cls, resposta):
        try:
            corpo = resposta.json()
        except ValueError:
            corpo = {}
        codigo = corpo.get("code") or ""
        titulo = corpo.get("title") or corpo.get("error") or corpo.get("message") or ""
        detalhe = corpo.get("detail") or corpo.get("error_description") or ""
        return _CLASSES.get(codigo, cls)(resposta.status_code, codigo, titulo, detalhe)


class ConsentimentoSemAutorizacao(ErroBrick):
    pass


class AguardandoAlcadas(ErroBrick):
    pass


class OutraInstituicaoForaDoAr(ErroBrick):
    espera_em_segundos = 5 * 60


_CLASSES = {
    "CONSENTIMENTO_NAO_AUTORIZADO": ConsentimentoSemAutorizacao,
    "CONSENTIMENTO_EM_STATUS_REJEITADO": ConsentimentoSemAutorizacao,
    "CONSENTIMENTO_INVALIDO": ConsentimentoSemAutorizacao,
    "CONSENTIMENTO_PENDENTE_AUTORIZACAO": AguardandoAlcadas,
    "DEPENDE_MULTIPLA_ALCADA": AguardandoAlcadas,
    "ERRO_CHAMADA_API": OutraInstituicaoForaDoAr,
    "TIMEOUT_CHAMADA_API": OutraInstituicaoForaDoAr,
}
