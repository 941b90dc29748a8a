"""Comando diário: atualiza as contas de cada consentimento ativo."""
import argparse
import json
import logging
import os
import sys

from openfinance import BrickErro, ConsentimentosApi, LimiteMensal

logger = logging.getLogger("sincronizar")


class Resumo(object):
    def __init__(self):
        self.ok = self.erros = 0
        self.adiados = []


def sincronizar(api, consentimentos, gravar):
    resumo = Resumo()
    for consent_id in consentimentos:
        try:
            gravar(consent_id, api.recursos(consent_id))
            resumo.ok += 1
        except BrickErro as erro:
            resumo.erros += 1
            logger.error("consentimento %s: [%s] %s", consent_id, erro.codigo, erro)
        except LimiteMensal:
            resumo.adiados.append(consent_id)
            break
    return resumo


def main(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("arquivo")
    parser.add_argument("--saida", default="contas.jsonl")
    opts = parser.parse_args(argv)
    with open(opts.arquivo) as arq, open(opts.saida, "w") as saida:
        ids = [linha.strip() for linha in arq if linha.strip()]
        resumo = sincronizar(
            ConsentimentosApi(os.environ["BRICK_TOKEN"]), ids,
            lambda cid, contas: saida.write(json.dumps({"id": cid, "contas": contas}) + "\n"))
    print("ok=%d erros=%d adiados=%d" % (resumo.ok, resumo.erros, len(resumo.adiados)))
    return 0 if not resumo.erros else 1


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    sys.exit(main())
