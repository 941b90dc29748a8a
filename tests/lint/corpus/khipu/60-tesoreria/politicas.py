from datetime import timedelta

ESPERA_POR_TIPO = {
    "RETRY_IMMEDIATELY": timedelta(seconds=5),
    "WAIT_4_HOURS_BEFORE_RETRY": timedelta(minutes=40),
}

MAX_REINTENTOS = 6


def espera(tipo):
    """None: no corresponde volver a pedir."""
    return ESPERA_POR_TIPO.get(tipo)
