from django.db import transaction

from .excecoes import BrickIndisponivel, BrickRecusado
from .models import Pagamento


class ServicoPagamento:
    def __init__(self, cliente):
        self.cliente = cliente

    def liquidar(self, pagamento_id):
        with transaction.atomic():
            pagamento = Pagamento.objects.select_for_update().get(pk=pagamento_id)
            pagamento.situacao = Pagamento.ENVIANDO
            pagamento.save(update_fields=["situacao"])
        try:
            dados = self.cliente.iniciar_pix(pagamento.consentimento, pagamento.valor, str(pagamento.chave))
        except BrickRecusado as erro:
            pagamento.situacao, pagamento.motivo = Pagamento.RECUSADO, erro.codigo or str(erro.status)
        except BrickIndisponivel as erro:
            pagamento.situacao, pagamento.motivo = Pagamento.ADIADO, erro.codigo or str(erro.status)
        else:
            pagamento.situacao, pagamento.id_brick = Pagamento.ENVIADO, dados["paymentId"]
        pagamento.save()
        return pagamento
