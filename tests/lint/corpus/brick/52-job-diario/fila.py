import datetime
import heapq
import itertools


def proximo_mes(agora):
    return (agora.replace(day=1, hour=0, minute=5, second=0, microsecond=0) + datetime.timedelta(days=32)).replace(day=1)


class Fila:
    """Tarefas em ordem de horário; cada uma sabe quantas vezes já foi adiada."""

    def __init__(self):
        self._heap = []
        self._ordem = itertools.count()

    def por(self, quando, tarefa, vezes=0):
        heapq.heappush(self._heap, (quando, next(self._ordem), tarefa, vezes))

    def proxima(self):
        if not self._heap:
            return None
        quando, _, tarefa, vezes = heapq.heappop(self._heap)
        return quando, tarefa, vezes
