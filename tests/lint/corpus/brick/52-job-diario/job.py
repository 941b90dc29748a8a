"""Job diário: uma tarefa por conta. O horário de cada adiamento vem da resposta."""
import datetime
import logging
import os
import time

from brick_api import FalhaBrick, transacoes
from fila import Fila, proximo_mes

log = logging.getLogger("job")

PAUSAS_50X = [3, 6, 12, 24, 48]
PAUSA_OUTRA_INSTITUICAO = 10 * 60
ADIAMENTOS_OUTRA_INSTITUICAO = 2


def adiamento(falha, vezes, agora):
    """Quando repetir, ou None quando não se deve repetir."""
    if falha.code in ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"):
        if vezes < ADIAMENTOS_OUTRA_INSTITUICAO:
            return agora + datetime.timedelta(seconds=PAUSA_OUTRA_INSTITUICAO)
        return None
    if falha.status // 10 == 50:
        if vezes < len(PAUSAS_50X):
            return agora + datetime.timedelta(seconds=PAUSAS_50X[vezes])
        return None
    return None


class Job:
    def __init__(self, base_url, token, destino, dormir=time.sleep):
        self.base_url = base_url
        self.token = token
        self.destino = destino
        self.dormir = dormir
        self.fila = Fila()
        self.suspensas = {}
        self.falhas = {}

    def rodar(self, contas, dia):
        inicio = datetime.datetime.now()
        for conta in contas:
            self.fila.por(inicio, conta)
        while True:
            proxima = self.fila.proxima()
            if proxima is None:
                break
            quando, conta, vezes = proxima
            espera = (quando - datetime.datetime.now()).total_seconds()
            if espera > 0:
                self.dormir(espera)
            self._uma(conta, dia, vezes)
        return {"falhas": self.falhas, "suspensas": self.suspensas}

    def _uma(self, conta, dia, vezes):
        try:
            linhas = list(transacoes(self.base_url, self.token, conta, dia))
        except FalhaBrick as falha:
            agora = datetime.datetime.now()
            if falha.code == "LIMITE_OPERACIONAL_EXCEDIDO":
                self.suspensas[conta] = proximo_mes(agora).isoformat()
                log.warning("%s suspensa até %s", conta, self.suspensas[conta])
                return
            quando = adiamento(falha, vezes, agora)
            if quando is None:
                self.falhas[conta] = str(falha)
                log.error("%s: %s", conta, falha)
            else:
                self.fila.por(quando, conta, vezes + 1)
            return
        self.destino(conta, linhas)


if __name__ == "__main__":
    job = Job(os.environ["BRICK_URL"], os.environ["BRICK_TOKEN"], lambda conta, linhas: print(conta, len(linhas)))
    fim = job.rodar(os.environ["CONTAS"].split(","), datetime.date.today().isoformat())
    raise SystemExit(1 if fim["falhas"] else 0)
