from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.views import View

from .brick import BrickErro, BrickServico, RenovarConsentimento
from .models import Cliente


class PainelView(View):
    def get(self, request, cliente_id):
        cliente = get_object_or_404(Cliente, pk=cliente_id)
        servico = BrickServico()
        try:
            contas = servico.contas(cliente.consentimento)
        except RenovarConsentimento:
            return redirect("consentimento-novo", cliente_id=cliente.pk)
        except BrickErro as erro:
            return JsonResponse({"erro": erro.codigo, "status": erro.status, "corpo": erro.corpo}, status=502)
        cartoes = servico.cartoes(cliente.consentimento)
        return JsonResponse({"contas": contas, "cartoes": cartoes})
