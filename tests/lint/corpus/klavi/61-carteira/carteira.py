# -*- coding: utf-8 -*-
import logging
from collections import defaultdict
from decimal import Decimal

from klavi_cliente import KlaviException

logger = logging.getLogger(__name__)

AVISOS = {
    "402": u"Confira os dados informados e tente de novo.",
    "407": u"Resolva a pendência com o seu banco.",
    "408": u"Redefina a senha do seu internet banking.",
    "433": u"Informe a senha correta.",
    "434": u"Informe o código correto.",
    "435": u"Informe o código enviado pelo banco.",
}


class Carteira(object):
    def __init__(self, klavi, notificador):
        self.klavi = klavi
        self.notificador = notificador

    def renda_mensal(self, cpf):
        try:
            dados = self.klavi.relatorio(cpf)
        except KlaviException as exc:
            aviso = AVISOS.get(exc.codigo)
            if aviso:
                self.notificador.enviar(cpf, aviso)
            logger.warning("cpf %s sem relatorio: %s", cpf, exc)
            raise
        por_mes = defaultdict(Decimal)
        for conta in dados["accounts"]:
            for transacao in conta["transactions"]:
                if transacao["type"] == "CREDIT":
                    por_mes[transacao["date"][:7]] += Decimal(str(transacao["amount"]))
        if not por_mes:
            return Decimal(0)
        return sum(por_mes.values()) / len(por_mes)
