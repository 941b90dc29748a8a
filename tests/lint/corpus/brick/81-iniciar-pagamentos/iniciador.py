"""Iniciação de pagamentos Pix via Brick Bank."""
import logging
import time

import requests

from excecoes import PagamentoErro, SemConexao

logger = logging.getLogger(__name__)

MAX_TENTATIVAS = 10
INTERVALO_BASE = 3
INTERVALO_MAXIMO = 48


class IniciadorPagamentos:
    def __init__(self, url, token, max_tentativas=MAX_TENTATIVAS):
        self.url = url
        self.max_tentativas = max_tentativas
        self.sessao = requests.Session()
        self.sessao.headers.update({
            "Authorization": "Bearer " + token,
            "Content-Type": "application/json",
        })

    def iniciar(self, consent_id, pagamento, chave_idempotencia):
        """Inicia o pagamento e devolve o corpo da resposta."""
        corpo = {"data": dict(pagamento, consentId=consent_id)}
        cabecalhos = {"x-idempotency-key": chave_idempotencia}
        return self._com_tentativas("POST", "/payments/pix", json=corpo, headers=cabecalhos)

    def consultar(self, payment_id):
        return self._com_tentativas("GET", "/payments/pix/" + payment_id)

    def _com_tentativas(self, metodo, caminho, **kwargs):
        ultimo_erro = None
        for tentativa in range(self.max_tentativas):
            if tentativa:
                espera = min(INTERVALO_BASE * 2 ** (tentativa - 1), INTERVALO_MAXIMO)
                logger.info("nova tentativa de %s em %s segundos", caminho, espera)
                time.sleep(espera)
            try:
                resposta = self.sessao.request(metodo, self.url + caminho, timeout=15, **kwargs)
                resposta.raise_for_status()
                return resposta.json()
            except requests.exceptions.RequestException as erro:
                logger.warning("tentativa %d falhou: %s", tentativa + 1, erro)
                ultimo_erro = erro
        raise self._traduzir(ultimo_erro)

    @staticmethod
    def _traduzir(erro):
        if erro.response is None:
            return SemConexao(str(erro))
        try:
            corpo = erro.response.json()
        except ValueError:
            corpo = {}
        codigo = corpo.get("code") or corpo.get("error")
        detalhe = corpo.get("detail") or corpo.get("error_description") or corpo.get("message")
        return PagamentoErro(erro.response.status_code, codigo, detalhe)
