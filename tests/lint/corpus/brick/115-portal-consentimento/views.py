from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from gateway import GatewayConsentimento
from propostas.models import Proposta

TEXTOS = {
    "AWAITING_AUTHORISATION": "Aguardando a sua autorização no banco",
    "AUTHORISED": "Autorizado",
    "REJECTED": "Recusado",
    "CONSUMED": "Utilizado",
}


def _gateway():
    return GatewayConsentimento(settings.BRICK_URL, settings.BRICK_TOKEN)


@login_required
@require_GET
def situacao(request, proposta_id):
    proposta = get_object_or_404(Proposta, pk=proposta_id, cliente=request.user)
    atual = _gateway().situacao(proposta.consent_id)
    if atual["status"] != proposta.status:
        proposta.status = atual["status"]
        proposta.save(update_fields=["status"])
    return JsonResponse({**atual, "texto": TEXTOS[atual["status"]]})


@login_required
def painel(request):
    propostas = Proposta.objects.filter(cliente=request.user).order_by("-criada_em")
    return render(request, "portal/painel.html", {"propostas": propostas})
