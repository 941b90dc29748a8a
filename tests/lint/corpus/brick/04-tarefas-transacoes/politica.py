from datetime import timedelta

MAX_NOVAS_TENTATIVAS = 5

ESPERA_POR_CODIGO = {
    "ERRO_CHAMADA_API": timedelta(minutes=5),
    "TIMEOUT_CHAMADA_API": timedelta(minutes=5),
    "TIMEOUT_FLUXO_REFRESH_TOKEN": timedelta(minutes=5),
    "LIMITE_OPERACIONAL_EXCEDIDO": timedelta(hours=1),
}


def proxima_espera(falha, tentativa):
    """Devolve a espera até a próxima tentativa ou None quando não há próxima."""
    if tentativa >= MAX_NOVAS_TENTATIVAS:
        return None
    if falha.code in ESPERA_POR_CODIGO:
        return ESPERA_POR_CODIGO[falha.code]
    if 500 <= falha.status <= 599:
        return timedelta(seconds=3 * 2 ** tentativa)
    return None
