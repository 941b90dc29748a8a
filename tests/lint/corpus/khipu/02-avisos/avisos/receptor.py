"""Webhook of the asynchronous calls: Khipu posts the final envelope here."""
import json
import logging

from .cola import Cola

log = logging.getLogger("avisos")

HORA = 60 * 60
MAX_VUELTAS = 5

DEMORAS = {
    "RETRY_IMMEDIATELY": 0,
    "WAIT_4_HOURS_BEFORE_RETRY": 4 * HORA,
}


def recibir(crudo: bytes, cola: Cola, guardar) -> tuple[int, str]:
    sobre = json.loads(crudo)
    operacion = sobre["OperationId"]
    trabajo = cola.en_curso.pop(operacion, None)
    if trabajo is None:
        return 404, "operacion desconocida"

    if sobre["Status"] == "OK":
        guardar(operacion, sobre["Data"])
        return 200, "guardado"

    error = sobre["Error"]
    if error["Code"] == "L000":
        log.error("operacion %s: se agoto el plazo (%s): %s", operacion, error["Type"], error["Description"])

    demora = DEMORAS.get(error["Type"])
    if demora is None or trabajo.vuelta >= MAX_VUELTAS:
        cola.enterrar(trabajo, error)
        return 200, f"descartado por {error['Code']}"

    cola.poner(trabajo.siguiente(), demora)
    return 200, f"reprogramado en {demora} s por {error['Code']}"
