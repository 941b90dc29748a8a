from .transporte import Transporte

SITUACOES = {
    "AUTHORISED": "ativo",
    "AWAITING_AUTHORISATION": "aguardando",
    "PARTIALLY_ACCEPTED": "aguardando",
    "REJECTED": "encerrado",
    "CONSUMED": "encerrado",
}


class ServicoConsentimentos:
    def __init__(self, transporte: Transporte):
        self.transporte = transporte

    def situacao(self, consent_id):
        dados = self.transporte.get("/open-banking/consents/v3/consents/" + consent_id)["data"]
        return SITUACOES.get(dados["status"], dados["status"])

    def contas(self, consent_id):
        return self.transporte.get("/open-banking/accounts/v2/accounts?consentId=" + consent_id)["data"]
