"""Job noturno: baixa os extratos do dia anterior e grava em disco."""
import datetime as dt
import json
import logging
import os
import pathlib
import sys

from cliente import ClienteKlavi
from excecoes import ErroKlavi, ErroUsuario

log = logging.getLogger("sincronizar")


def ler_cpfs(arquivo):
    return [linha.strip() for linha in pathlib.Path(arquivo).read_text().splitlines() if linha.strip()]


def sincronizar(cliente, cpfs, destino, dia):
    destino = pathlib.Path(destino)
    falhas = []
    for cpf in cpfs:
        try:
            extrato = cliente.obter_extrato(cpf, dia.isoformat(), dia.isoformat())
        except ErroUsuario as erro:
            falhas.append({"cpf": cpf, "codigo": erro.codigo, "acao": "avisar cliente"})
        except ErroKlavi as erro:
            falhas.append({"cpf": cpf, "codigo": erro.codigo, "acao": "verificar", "mensagem": erro.mensagem})
        else:
            (destino / f"{cpf}-{dia}.json").write_text(json.dumps(extrato))
            log.info("extrato completo de %s gravado", cpf)
    return falhas


def main():
    logging.basicConfig(level=logging.INFO)
    cliente = ClienteKlavi(os.environ["KLAVI_TOKEN"])
    ontem = dt.date.today() - dt.timedelta(days=1)
    falhas = sincronizar(cliente, ler_cpfs(sys.argv[1]), sys.argv[2], ontem)
    json.dump(falhas, sys.stdout, indent=2)
    return 1 if falhas else 0


if __name__ == "__main__":
    sys.exit(main())
