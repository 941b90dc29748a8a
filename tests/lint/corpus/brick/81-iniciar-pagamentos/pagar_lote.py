"""Lê um CSV de pagamentos já consentidos e inicia cada um."""
import csv
import logging
import os
import sys

from excecoes import PagamentoErro, SemConexao
from iniciador import IniciadorPagamentos

logger = logging.getLogger("pagar_lote")


def montar_pagamento(linha):
    return {
        "payment": {"amount": linha["valor"], "currency": "BRL"},
        "creditorAccount": {
            "ispb": linha["ispb"],
            "issuer": linha["agencia"],
            "number": linha["conta"],
            "accountType": linha["tipo"],
        },
        "cnpjInitiator": os.environ["CNPJ_INICIADOR"],
        "localInstrument": "DICT",
        "proxy": linha["chave_pix"],
    }


def main(caminho):
    iniciador = IniciadorPagamentos(os.environ["BRICK_URL"], os.environ["BRICK_TOKEN"])
    recusados = 0
    with open(caminho, newline="", encoding="utf-8") as arquivo:
        for linha in csv.DictReader(arquivo):
            try:
                resposta = iniciador.iniciar(linha["consent_id"], montar_pagamento(linha), linha["idempotencia"])
            except PagamentoErro as erro:
                recusados += 1
                logger.error("pagamento %s recusado: %s", linha["id"], erro)
                continue
            except SemConexao as erro:
                logger.critical("sem conexão com o Brick, parando: %s", erro)
                return 2
            logger.info("pagamento %s iniciado: %s", linha["id"], resposta["data"]["paymentId"])
    return 1 if recusados else 0


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    sys.exit(main(sys.argv[1]))
