"""consentimento ID... : mostra a situação de consentimentos na Brick.

O código de saída segue sysexits.h; com vários IDs vale o maior.
"""
from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from brick import Consentimentos, RespostaBrick


def _argumentos(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="consentimento", description=__doc__.splitlines()[0])
    parser.add_argument("ids", nargs="+", metavar="ID")
    parser.add_argument("--url", default=os.environ.get("BRICK_URL", "https://brick.interno.example"))
    parser.add_argument("--token", default=os.environ.get("BRICK_TOKEN", ""))
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    args = _argumentos(argv)
    api = Consentimentos(args.url, args.token)
    saida = 0
    for consentimento in args.ids:
        try:
            dados = api.consultar(consentimento)
        except RespostaBrick as resposta:
            print(f"{consentimento}\t{resposta.destino.name}\t{resposta}", file=sys.stderr)
            saida = max(saida, resposta.destino.value.saida)
            continue
        print(f"{consentimento}\t{dados.get('status', '?')}\t{dados.get('expirationDateTime', '')}")
    return saida


if __name__ == "__main__":
    sys.exit(main())
