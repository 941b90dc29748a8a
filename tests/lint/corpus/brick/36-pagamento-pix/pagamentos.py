import asyncio
import uuid
from datetime import timedelta

import httpx
from pydantic import ValidationError

from autenticacao import TokenRenovavel
from modelos import AguardandoAlcadas, CorpoErro, Pagamento

ESPERAS = (3, 6, 12, 24, 48)
MULTIPLA_ALCADA = {"DEPENDE_MULTIPLA_ALCADA", "CONSENTIMENTO_PENDENTE_AUTORIZACAO"}
NOVA_CHAMADA_EM = {
    "ERRO_CHAMADA_API": timedelta(minutes=5),
    "TIMEOUT_CHAMADA_API": timedelta(minutes=5),
}


class PagamentoRecusado(Exception):
    def __init__(self, status: int, erro: CorpoErro) -> None:
        self.codigo = erro.code or erro.error
        super().__init__(f"{status} {self.codigo}: {erro.texto}")
        self.status = status
        self.erro = erro
        self.tente_em = NOVA_CHAMADA_EM.get(erro.code or "")


def _ler_erro(resposta: httpx.Response) -> CorpoErro:
    try:
        return CorpoErro.model_validate_json(resposta.content)
    except ValidationError:
        return CorpoErro(detail=resposta.text[:200])


def _passageiro(status: int, erro: CorpoErro) -> bool:
    if status == 429:
        return erro.title == "Too Many Sessions"
    return status >= 500 and erro.code != "ERRO_NO_FLUXO_OIDC"


class IniciadorPix:
    def __init__(self, url: str, auth: TokenRenovavel) -> None:
        self._url = url
        self._auth = auth

    async def pagar(self, consent_id: str, valor: str, chave: str | None = None) -> Pagamento | AguardandoAlcadas:
        chave = chave or str(uuid.uuid4())
        async with httpx.AsyncClient(base_url=self._url, auth=self._auth, timeout=30) as http:
            for espera in (*ESPERAS, None):
                resposta = await http.post(
                    "/open-banking/payments/v4/pix/payments",
                    headers={"x-idempotency-key": chave},
                    json={"data": {"consentId": consent_id, "payment": {"amount": valor, "currency": "BRL"}}},
                )
                if resposta.is_success:
                    dados = resposta.json()["data"]
                    return Pagamento(payment_id=dados["paymentId"], status=dados["status"])
                erro = _ler_erro(resposta)
                if resposta.status_code == 422 and erro.code in MULTIPLA_ALCADA:
                    return AguardandoAlcadas(consent_id=consent_id, codigo=erro.code)
                if espera is None or not _passageiro(resposta.status_code, erro):
                    raise PagamentoRecusado(resposta.status_code, erro)
                await asyncio.sleep(espera)
        raise AssertionError("inalcançável")
