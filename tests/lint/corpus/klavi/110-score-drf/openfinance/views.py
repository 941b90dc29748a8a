import logging

from django.utils import timezone
from rest_framework import status
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView

from .models import Conexao
from .services import KlaviErro, atualizar

logger = logging.getLogger(__name__)


class ScoreView(APIView):
    permission_classes = [IsAuthenticated]

    def get(self, request, cpf):
        conexao = Conexao.objects.do_cliente(cpf)
        if conexao is None:
            return Response({"situacao": "sem_conexao"}, status=status.HTTP_404_NOT_FOUND)
        if conexao.situacao == Conexao.PENDENTE:
            try:
                atualizar(conexao)
            except KlaviErro as exc:
                logger.warning("conexao=%s %s", conexao.pk, exc)
                corpo = {"codigo": exc.codigo, "acao": exc.acao, "texto": exc.texto}
                if exc.espera:
                    corpo["tentar_em"] = timezone.now() + exc.espera
                return Response(corpo, status=status.HTTP_409_CONFLICT)
        return Response({"situacao": conexao.situacao, "renda": renda_mensal(conexao.relatorio)})


def renda_mensal(relatorio):
    entradas = [t["amount"] for t in relatorio["transactions"] if t["amount"] > 0]
    return round(sum(entradas) / max(relatorio["months"], 1), 2)
