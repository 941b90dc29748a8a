import json

from django.http import JsonResponse
from django.views.decorators.http import require_POST

from . import brick_api
from .models import Cobranca
from .tasks import pagar_cobranca


@require_POST
def novo_consentimento(request):
    p = json.loads(request.body)
    try:
        c = brick_api.criar_consentimento(p["cpf"], p["banco"], p["permissoes"], p["expira"])
    except brick_api.BrickAguardandoTitulares as e:
        return JsonResponse({"situacao": "aguardando", "codigo": e.code}, status=202)
    except brick_api.BrickErro as e:
        return JsonResponse({"erro": e.code, "titulo": e.title, "detalhe": e.detail}, status=422)
    return JsonResponse({"id": c["consentId"], "url": c.get("redirectUrl")})


@require_POST
def cobrar(request):
    p = json.loads(request.body)
    c = Cobranca.objects.create(
        consent_id=p["consentId"], valor=p["valor"], chave_pix=p["chave"], situacao="NOVA"
    )
    pagar_cobranca.delay(c.pk)
    return JsonResponse({"id": c.pk}, status=202)
