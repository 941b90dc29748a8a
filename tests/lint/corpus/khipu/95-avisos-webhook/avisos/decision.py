from datetime import timedelta

from .cola import Cola
from .modelo import Aviso, Encargo

PLAZOS = {
    "RETRY_IMMEDIATELY": timedelta(0),
    "WAIT_4_HOURS_BEFORE_RETRY": timedelta(hours=4, minutes=1),
}


def aplicar(aviso: Aviso, encargo: Encargo, cola: Cola) -> None:
    if (falla := aviso.falla) is None:
        encargo.estado, encargo.resultado = "listo", aviso.data
        return
    encargo.detalle = f"{falla.code} {falla.description}"
    if falla.type in PLAZOS:
        cola.programar(encargo, PLAZOS[falla.type])
    elif "E300" <= falla.code <= "E399":
        encargo.estado, encargo.resultado = "vacio", {}
    elif falla.code in {"A000", "P001", "P002", "P003"}:
        encargo.estado = "corregir-integracion"
    elif falla.code.startswith("E1"):
        encargo.estado = "pedir-clave"
    else:
        encargo.estado = "rechazado"
