# -*- coding: utf-8 -*-
from django.conf import settings
from django.http import JsonResponse
from django.views.decorators.http import require_POST

from cliente import ClienteBrick
from servico import ServicoPagamentos


@require_POST
def pagar(request, ordem_id):
    servico = ServicoPagamentos(ClienteBrick(settings.BRICK_TOKEN, settings.BRICK_URL))
    ordem = servico.pagar(ordem_id)
    return JsonResponse({"estado": ordem.estado, "motivo": ordem.motivo})
