from servico import ConsultaRenda, contexto_da_pagina


def make_client(base_url: str) -> ConsultaRenda:
    return ConsultaRenda("t", base_url=base_url)


def call(client: ConsultaRenda):
    return contexto_da_pagina(client, "00000000191")
