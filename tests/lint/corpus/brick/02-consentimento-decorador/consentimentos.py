"""Consentimentos de dados: criação, consulta e consumo."""
import logging
from datetime import datetime, timedelta, timezone

from brick_http import BrickHttp, ErroBrick, com_insistencia

log = logging.getLogger(__name__)


class RefazerConsentimento(Exception):
    """O cliente precisa passar de novo pelo fluxo de autorização."""

    def __init__(self, consent_id, code):
        super().__init__(f"{consent_id}: {code}")
        self.consent_id = consent_id
        self.code = code


class Consentimentos:
    def __init__(self, http: BrickHttp):
        self.http = http

    @com_insistencia()
    def criar(self, cpf, marca, permissoes, meses=6):
        expira = datetime.now(timezone.utc) + timedelta(days=30 * min(meses, 12))
        return self.http.pedir(
            "POST",
            "/consents/v1/consents",
            json={
                "data": {
                    "brandId": marca,
                    "loggedUser": {"document": {"identification": cpf, "rel": "CPF"}},
                    "permissions": sorted(permissoes),
                    "expirationDateTime": expira.isoformat(timespec="seconds"),
                }
            },
        )

    @com_insistencia()
    def extrato(self, consent_id, conta):
        try:
            return self.http.pedir("GET", f"/accounts/v1/{conta}/transactions", headers={"consentId": consent_id})
        except ErroBrick as erro:
            if erro.code == "CONSENTIMENTO_EXPIRADO":
                raise RefazerConsentimento(consent_id, erro.code) from erro
            raise
