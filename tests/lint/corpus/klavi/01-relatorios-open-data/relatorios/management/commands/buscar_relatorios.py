from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cadastro.models import Cliente, FichaKlavi
from relatorios.cliente import ClienteKlavi
from relatorios.servico import ServicoRelatorios


class Command(BaseCommand):
    help = "Busca na Klavi os relatórios dos clientes ativos"

    def add_arguments(self, parser):
        parser.add_argument("--limite", type=int, default=100)

    def handle(self, *args, **opcoes):
        if not settings.KLAVI_TOKEN:
            raise CommandError("KLAVI_TOKEN ausente")
        servico = ServicoRelatorios(ClienteKlavi(settings.KLAVI_PARCEIRO, settings.KLAVI_TOKEN))
        cpfs = Cliente.objects.filter(ativo=True).values_list("cpf", flat=True)[: opcoes["limite"]]
        lote = servico.busca(list(cpfs))
        for ficha in lote.fichas:
            FichaKlavi.objects.update_or_create(
                cpf=ficha.cpf,
                defaults={"situacao": ficha.situacao, "dados": ficha.dados, "observacao": ficha.observacao or ""},
            )
        self.stdout.write(", ".join(f"{k}={v}" for k, v in lote.contagem.most_common()))
