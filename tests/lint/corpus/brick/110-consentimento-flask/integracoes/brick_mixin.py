# -*- coding: utf-8 -*-
import json
import logging
from urllib.error import HTTPError
from urllib.request import Request, urlopen

logger = logging.getLogger("integracoes.brick")


class BrickErro(Exception):
    http = 502

    def __init__(self, status, codigo, detalhe):
        super().__init__("%s %s: %s" % (status, codigo, detalhe))
        self.status = status
        self.codigo = codigo
        self.detalhe = detalhe


class Recusado(BrickErro):
    http = 422


class ConsentimentoEncerrado(BrickErro):
    http = 410


class LimiteDoMes(BrickErro):
    http = 429


class Indisponivel(BrickErro):
    http = 503


class BrickMixin(object):
    """Espera que a classe defina brick_url e brick_token."""

    def brick(self, metodo, caminho, corpo=None):
        dados = json.dumps(corpo).encode("utf-8") if corpo is not None else None
        pedido = Request(self.brick_url + caminho, data=dados, method=metodo)
        pedido.add_header("Authorization", "Bearer " + self.brick_token)
        pedido.add_header("Content-Type", "application/json")
        try:
            with urlopen(pedido, timeout=30) as resposta:
                return json.loads(resposta.read() or b"{}")
        except HTTPError as exc:
            self._tratar(exc.code, self._ler(exc))

    @staticmethod
    def _ler(exc):
        try:
            return json.loads(exc.read())
        except ValueError:
            return {}

    def _tratar(self, status, corpo):
        codigo = corpo.get("code", "")
        detalhe = corpo.get("description") or corpo.get("title") or ""
        logger.warning("brick respondeu %s %s", status, codigo)

        if codigo in ("CONSENTIMENTO_REJEITADO", "CONSENTIMENTO_INVALIDO"):
            raise ConsentimentoEncerrado(status, codigo, detalhe)
        if status >= 500:
            raise Indisponivel(status, codigo, detalhe)
        elif status >= 400:
            raise Recusado(status, codigo, detalhe)
        elif status == 423:
            raise LimiteDoMes(status, codigo, detalhe)
        raise BrickErro(status, codigo, detalhe)
