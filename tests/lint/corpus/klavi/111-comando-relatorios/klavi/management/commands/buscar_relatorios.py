import requests
from django.conf import settings
from django.core.mail import mail_admins, send_mail
from django.core.management.base import BaseCommand
from django.utils import timezone

from klavi import catalogo
from klavi.models import Pedido

TEXTO = {
    402: "Confira usuário e senha e conecte de novo.",
    403: "O banco está fora do ar; tente conectar mais tarde.",
    406: "O acesso foi pausado por excesso de tentativas.",
    407: "Resolva a pendência da sua conta ou senha com o banco.",
    408: "Redefina a senha do seu internet banking.",
    409: "Esse tipo de conta não serve; conecte outra.",
    413: "Encerre as sessões abertas no banco e conecte de novo.",
    414: "O banco barrou o acesso por segurança.",
    415: "O banco está terminando o seu cadastro.",
    419: "Procure uma agência da Caixa (limite de celulares cadastrados).",
    420: "Procure uma agência da Caixa para regularizar o acesso.",
    433: "A senha informada está incorreta.",
    434: "O código de verificação está incorreto.",
    435: "Faltou informar o código de verificação.",
}


class Command(BaseCommand):
    help = "Busca no Klavi os relatórios na fila (cron a cada 20 min)"

    def add_arguments(self, parser):
        parser.add_argument("--limite", type=int, default=200)

    def handle(self, *args, **opcoes):
        self.sessao = requests.Session()
        self.sessao.headers["Authorization"] = settings.KLAVI_TOKEN
        problemas = []
        for pedido in Pedido.objects.a_buscar()[: opcoes["limite"]]:
            try:
                corpo = self.buscar(pedido)
            except requests.ConnectionError as exc:
                self.stderr.write("sem conexão: %s" % exc)
                break
            acao = self.aplicar(pedido, corpo)
            if acao == catalogo.EQUIPE:
                problemas.append("pedido %d: %s %s" % (pedido.pk, pedido.codigo, pedido.mensagem))
            if pedido.codigo == 429:
                break  # os demais ficam para a próxima rodada
        if problemas:
            mail_admins("Klavi: %d pedidos com problema" % len(problemas), "\n".join(problemas))

    def buscar(self, pedido):
        return self.sessao.get(
            settings.KLAVI_URL + "/data/v1/report", params={"taskid": pedido.task_id}, timeout=60
        ).json()

    def aplicar(self, pedido, corpo):
        pedido.codigo = int(corpo["code"])
        pedido.mensagem = corpo.get("message") or ""
        acao, espera = catalogo.consultar(pedido.codigo)
        pedido.situacao = acao
        if acao in (catalogo.OK, catalogo.PARCIAL):
            pedido.dados = corpo.get("data")
        elif acao == catalogo.CLIENTE:
            pedido.liberado_em = timezone.now() + espera if espera else None
            self.avisar(pedido)
        pedido.save()
        return acao

    def avisar(self, pedido):
        texto = TEXTO.get(pedido.codigo, "Não conseguimos ler sua conta (código %d)." % pedido.codigo)
        if pedido.liberado_em:
            texto += " Tente a partir de %s." % timezone.localtime(pedido.liberado_em).strftime("%d/%m %H:%M")
        send_mail("Sua conexão bancária", texto, None, [pedido.email])
