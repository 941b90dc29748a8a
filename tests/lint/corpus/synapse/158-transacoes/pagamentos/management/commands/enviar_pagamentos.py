from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from pagamentos.erros import ChaveJaUsada, CredencialErro, SynapseErro, ValorRecusado
from pagamentos.models import Pagamento
from pagamentos.synapse import Transacoes


class Command(BaseCommand):
    help = "Envia à Synapse os pagamentos aprovados"

    def add_arguments(self, parser):
        parser.add_argument("--limite", type=int, default=200)

    def handle(self, *args, **options):
        api = Transacoes(settings.SYNAPSE_GATEWAY, settings.SYNAPSE_USUARIO)
        enviados = 0
        for pag in Pagamento.objects.filter(estado="aprovado")[:options["limite"]]:
            try:
                pag.synapse_id, pag.estado = api.criar(
                    pag.conta.user_id, pag.conta.node_id, pag.destino, str(pag.valor), chave=str(pag.uuid))
                enviados += 1
            except CredencialErro as exc:
                # nada mais vai passar nesta rodada
                raise CommandError("Synapse recusou as credenciais: %s" % exc)
            except ValorRecusado as exc:
                pag.estado, pag.motivo = "recusado", str(exc)
            except ChaveJaUsada as exc:
                pag.estado, pag.motivo = "conferir", str(exc)
            except SynapseErro as exc:
                pag.estado, pag.motivo = "erro", str(exc)
                self.stderr.write("pagamento %s: %s" % (pag.pk, exc))
            pag.save()
        self.stdout.write("%s enviados" % enviados)
