import json

import urllib3
from django.conf import settings

from .catalogo import CATALOGO

ENTREGUES = range(200, 204)

_pool = urllib3.PoolManager(timeout=40, retries=False)


class KlaviErro(Exception):
    def __init__(self, codigo, mensagem, acao, texto, espera):
        super().__init__(f"klavi {codigo}: {mensagem}")
        self.codigo = codigo
        self.acao = acao
        self.texto = texto
        self.espera = espera


def _buscar(caminho, **params):
    resposta = _pool.request(
        "GET",
        settings.KLAVI_URL + caminho,
        fields={"partnercode": settings.KLAVI_PARCEIRO, **params},
        headers={"Authorization": settings.KLAVI_TOKEN},
    )
    return json.loads(resposta.data)


def atualizar(conexao):
    """Busca o relatório da tarefa e conclui a conexão."""
    corpo = _buscar("/data/v1/report", taskid=conexao.task_id)
    codigo = int(corpo["code"])
    if codigo in ENTREGUES:
        conexao.concluir(corpo["data"])
        return conexao
    acao, texto, espera = CATALOGO[codigo]
    raise KlaviErro(codigo, corpo.get("message", ""), acao, texto, espera)
