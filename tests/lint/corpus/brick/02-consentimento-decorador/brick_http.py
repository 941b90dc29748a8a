import functools
import time

import httpx

INSTAVEIS = {
    "ERRO_CHAMADA_API",
    "TIMEOUT_CHAMADA_API",
    "TIMEOUT_FLUXO_REFRESH_TOKEN",
}


class ErroBrick(Exception):
    def __init__(self, status, code, detalhe):
        super().__init__(f"HTTP {status} {code or '-'}: {detalhe}")
        self.status = status
        self.code = code
        self.detalhe = detalhe


def com_insistencia(vezes=3):
    def decorador(funcao):
        @functools.wraps(funcao)
        def envolta(*args, **kwargs):
            for tentativa in range(vezes):
                try:
                    return funcao(*args, **kwargs)
                except ErroBrick as erro:
                    ultima = tentativa == vezes - 1
                    if ultima or erro.code not in INSTAVEIS:
                        raise
                    time.sleep(3 * 2 ** tentativa)

        return envolta

    return decorador


class BrickHttp:
    def __init__(self, token, base_url="https://api.brickbank.com.br"):
        self.http = httpx.Client(base_url=base_url, headers={"Authorization": "Bearer " + token}, timeout=30)

    def pedir(self, metodo, caminho, **opcoes):
        resposta = self.http.request(metodo, caminho, **opcoes)
        if resposta.is_success:
            return resposta.json()
        corpo = resposta.json()
        raise ErroBrick(
            resposta.status_code,
            corpo.get("code") or corpo.get("error"),
            corpo.get("detail") or corpo.get("error_description") or corpo.get("message"),
        )
