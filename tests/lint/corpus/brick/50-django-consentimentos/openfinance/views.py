from django.conf import settings
from django.http import JsonResponse
from django.views import View

from .excecoes import AguardandoAlcadas, ConsentimentoSemAutorizacao, ErroBrick, OutraInstituicaoForaDoAr
from .servicos import ServicoConsentimentos
from .transporte import Transporte


def servico():
    return ServicoConsentimentos(Transporte(settings.BRICK_URL, settings.BRICK_TOKEN))


class ContasView(View):
    def get(self, request, consent_id):
        try:
            contas = servico().contas(consent_id)
        except AguardandoAlcadas as erro:
            return JsonResponse({"situacao": "aguardando", "codigo": erro.codigo}, status=202)
        except ConsentimentoSemAutorizacao as erro:
            return JsonResponse({"situacao": "sem-autorizacao", "codigo": erro.codigo}, status=409)
        except OutraInstituicaoForaDoAr as erro:
            resposta = JsonResponse({"situacao": "tente-depois", "codigo": erro.codigo}, status=503)
            resposta["Retry-After"] = str(erro.espera_em_segundos)
            return resposta
        except ErroBrick as erro:
            return JsonResponse(
                {"situacao": "erro", "codigo": erro.codigo, "titulo": erro.titulo, "detalhe": erro.detalhe},
                status=502,
            )
        return JsonResponse({"situacao": "ok", "contas": contas})
