from .errores import FalloCargo

HORAS = 60

PAUSAS = {
    "RETRY_IMMEDIATELY": 0,
    "WAIT_4_HOURS_BEFORE_RETRY": 4 * HORAS,
}


def pausa_tras(fallo: FalloCargo) -> float | None:
    """Segundos hasta el próximo envío; None si no hay próximo."""
    if "not available" in fallo.texto.lower():
        return 5.0
    return PAUSAS.get(fallo.tipo)
