# -*- coding: utf-8 -*-
from django.db import transaction

from excecoes import PagamentoRecusado
from pagamentos.models import Ordem


class ServicoPagamentos(object):
    def __init__(self, cliente):
        self.cliente = cliente

    @transaction.atomic
    def pagar(self, ordem_id):
        ordem = Ordem.objects.select_for_update().get(pk=ordem_id)
        if ordem.estado != Ordem.ABERTA:
            return ordem
        try:
            retorno = self.cliente.iniciar(ordem.consentimento, ordem.valor, ordem.chave)
        except PagamentoRecusado as exc:
            ordem.estado = Ordem.RECUSADA
            ordem.motivo = str(exc)
        else:
            ordem.estado = Ordem.ENVIADA
            ordem.pagamento_id = retorno["paymentId"]
        ordem.save(update_fields=["estado", "motivo", "pagamento_id"])
        return ordem
