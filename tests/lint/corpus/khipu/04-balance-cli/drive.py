import saldo


def make_client(base_url: str):
    return ["bci", "76111111-1", "--token", "test-token", "--url", base_url]


def call(argv):
    codigo = saldo.main(argv, pedir_clave=lambda: "secret")
    if codigo:
        raise SystemExit(codigo)
    return codigo
