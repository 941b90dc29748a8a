"""Serviço de conexão bancária: traduz os códigos da Klavi em estados da nossa conexão."""
import datetime as dt
import logging
from dataclasses import dataclass, field
from typing import Callable, Dict, Optional

from klavi_http import ClienteKlavi, RespostaKlavi

logger = logging.getLogger(__name__)

MEIA_HORA = dt.timedelta(minutes=31)
UM_DIA = dt.timedelta(hours=24, minutes=5)


class FalhaKlavi(Exception):
    def __init__(self, codigo: int, mensagem: str) -> None:
        super().__init__(f"Klavi {codigo}: {mensagem}")
        self.codigo = codigo
        self.mensagem = mensagem


@dataclass
class Conexao:
    cpf: str
    instituicao: str
    estado: str = "nova"
    codigo: Optional[int] = None
    motivo: str = ""
    liberada_em: Optional[dt.datetime] = None
    dados: dict = field(default_factory=dict)


def _agora() -> dt.datetime:
    return dt.datetime.now(dt.timezone.utc)


class ServicoConexao:
    def __init__(self, cliente: ClienteKlavi) -> None:
        self.cliente = cliente
        self._tratadores: Dict[int, Callable[[Conexao, RespostaKlavi], None]] = {
            200: self._completa,
            201: self._parcial,
            202: self._parcial,
            203: self._parcial,
            406: lambda c, r: self._esperar(c, UM_DIA),
            414: lambda c, r: self._esperar(c, UM_DIA),
            415: lambda c, r: self._esperar(c, MEIA_HORA),
        }
        for codigo in (402, 407, 408, 409, 410, 413, 416, 417, 418, 419, 420, 433, 434, 435):
            self._tratadores[codigo] = self._usuario

    def conectar(self, conexao: Conexao, usuario: str, senha: str) -> Conexao:
        if conexao.liberada_em and _agora() < conexao.liberada_em:
            logger.info("conexão de %s só em %s", conexao.cpf, conexao.liberada_em)
            return conexao
        resposta = self.cliente.conectar(conexao.cpf, conexao.instituicao, usuario, senha)
        conexao.codigo = resposta.codigo
        conexao.motivo = resposta.mensagem
        tratar = self._tratadores.get(resposta.codigo)
        if tratar is None:
            conexao.estado = "erro"
            raise FalhaKlavi(resposta.codigo, resposta.mensagem)
        tratar(conexao, resposta)
        return conexao

    def _completa(self, conexao: Conexao, resposta: RespostaKlavi) -> None:
        conexao.estado = "conectada"
        conexao.dados = resposta.dados

    def _parcial(self, conexao: Conexao, resposta: RespostaKlavi) -> None:
        conexao.estado = "incompleta"
        conexao.dados = resposta.dados
        logger.warning("dados incompletos de %s: %s %s", conexao.cpf, resposta.codigo, resposta.mensagem)

    def _usuario(self, conexao: Conexao, resposta: RespostaKlavi) -> None:
        conexao.estado = "acao_do_usuario"

    def _esperar(self, conexao: Conexao, prazo: dt.timedelta) -> None:
        conexao.estado = "aguardando"
        conexao.liberada_em = _agora() + prazo
