import json

from django.conf import settings
from django.db import connection
from django.http import JsonResponse
from django.views.decorators.http import require_POST

from pix import BrickPix, ErroBrick
from pix.erros import AguardaTitulares, LimiteDoMes, SemResposta

RESPOSTAS = {
    AguardaTitulares: (409, "aguardando_titulares"),
    LimiteDoMes: (503, "limite_do_mes"),
    SemResposta: (503, "instituicao_indisponivel"),
}


@require_POST
def pagar(request, pagamento_id):
    pedido = json.loads(request.body)
    brick = BrickPix(settings.BRICK_TOKEN)
    try:
        dados = brick.pagar(pedido["consent_id"], pedido["valor"], str(pagamento_id))
    except ErroBrick as erro:
        http, situacao = RESPOSTAS.get(type(erro), (422, "recusado"))
        _gravar(pagamento_id, situacao, erro.codigo, str(erro))
        return JsonResponse(
            {"situacao": situacao, "codigo": erro.codigo, "detalhe": erro.detalhe, "http": erro.status},
            status=http,
        )
    _gravar(pagamento_id, "enviado", None, dados["paymentId"])
    return JsonResponse({"situacao": "enviado", "paymentId": dados["paymentId"]}, status=201)


def _gravar(pagamento_id, situacao, codigo, referencia):
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE pagamento SET situacao = %s, codigo = %s, referencia = %s WHERE id = %s",
            [situacao, codigo, referencia, pagamento_id],
        )
