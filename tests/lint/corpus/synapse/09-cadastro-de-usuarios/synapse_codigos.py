from __future__ import annotations

from enum import IntEnum


class Codigo(IntEnum):
    SUCESSO = 0
    PENDENTE = 10
    CLIENTE_INVALIDO = 100
    USUARIO_INVALIDO = 110
    DISPOSITIVO = 120
    CORPO = 200
    SEM_PERMISSAO = 300
    VALORES = 400
    INEXISTENTE = 404
    ACAO_NEGADA = 410
    RITMO = 429
    CHAVE_EM_USO = 450
    FALHOU = 460
    SERVIDOR = 500
    INDISPONIVEL = 503

    @classmethod
    def ler(cls, bruto: object) -> "Codigo | None":
        try:
            return cls(int(bruto))  # vem entre aspas
        except (TypeError, ValueError):
            return None
