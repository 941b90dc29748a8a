import argparse
import os
import sys

from repositorio import Conexao, FalhaAtualizacao, RepositorioKlavi, UsuarioNaoAutorizou


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("chave")
    parser.add_argument("--desligar", action="store_true")
    args = parser.parse_args(argv)

    repo = RepositorioKlavi(os.environ["KLAVI_URL"], os.environ["KLAVI_TOKEN"])
    try:
        repo.definir(Conexao(args.chave, not args.desligar))
    except UsuarioNaoAutorizou as exc:
        print(f"peça a autorização ao cliente ({exc})", file=sys.stderr)
        return 2
    except FalhaAtualizacao as exc:
        print(f"klavi recusou: {exc}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
