"""uso: consentir.py CPF BRAND_ID"""
import logging
import os
import sys
from datetime import datetime, timedelta, timezone

from cliente import BrickCliente
from erros import BrickErro, ConsentimentoIndisponivel, ErroDeToken, RequisicaoInvalida

PERMISSOES = ["ACCOUNTS_READ", "ACCOUNTS_BALANCES_READ", "RESOURCES_READ"]


def main(argv):
    logging.basicConfig(level=logging.INFO)
    cpf, brand_id = argv
    expira = datetime.now(timezone.utc) + timedelta(days=180)
    cliente = BrickCliente(os.environ["BRICK_URL"], os.environ["BRICK_TOKEN"])
    try:
        criado = cliente.criar_consentimento(cpf, PERMISSOES, expira.strftime("%Y-%m-%dT%H:%M:%SZ"), brand_id)
    except RequisicaoInvalida as erro:
        print(f"corrija os dados: {erro}", file=sys.stderr)
        return 2
    except ErroDeToken as erro:
        print(f"verifique BRICK_TOKEN: {erro}", file=sys.stderr)
        return 3
    except ConsentimentoIndisponivel as erro:
        print(f"consentimento indisponível: {erro}", file=sys.stderr)
        return 4
    except BrickErro as erro:
        print(f"{erro} (interação {erro.interacao})", file=sys.stderr)
        return 1
    print(criado["data"]["consentId"])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
