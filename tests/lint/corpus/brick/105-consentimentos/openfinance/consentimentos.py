from datetime import datetime, timedelta, timezone

from .base import ApiBase
from .erros import BrickErro


class ConsentimentosApi(ApiBase):
    prefixo = "/open-banking/consents/v2"

    def criar(self, cpf, marca, permissoes, dias=365):
        expira = datetime.now(timezone.utc) + timedelta(days=dias)
        return self._post("/consents", {
            "data": {
                "loggedUser": {"document": {"identification": cpf, "rel": "CPF"}},
                "brandId": marca,
                "permissions": sorted(permissoes),
                "expirationDateTime": expira.strftime("%Y-%m-%dT%H:%M:%SZ"),
            }
        })

    def consultar(self, consent_id):
        return self._get(f"/consents/{consent_id}")["data"]

    def recursos(self, consent_id):
        """Contas do consentimento; lista vazia quando o cliente já revogou."""
        try:
            return self._get("/resources", params={"consentId": consent_id})["data"]
        except BrickErro as erro:
            if erro.codigo == "CONSENTIMENTO_REJEITADO":
                return []
            raise

    def _ativo(self, consent_id):
        # TODO: cachear por alguns minutos
        return self.consultar(consent_id).get("status") == "AUTHORISED"
