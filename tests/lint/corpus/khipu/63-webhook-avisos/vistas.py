from flask import Blueprint, abort, current_app, jsonify, request

from modelo import Aviso
from servicio import RechazoKhipu

avisos = Blueprint("avisos_khipu", __name__)


@avisos.post("/avisos/khipu")
def recibir():
    try:
        aviso = Aviso.desde(request.get_json(force=True))
    except ValueError as exc:
        current_app.logger.warning("%s: %r", exc, request.data[:300])
        abort(400)
    resultado = current_app.extensions["procesador"].procesar(aviso)
    return jsonify(resultado=resultado)


@avisos.post("/consultas/<servicio>")
def consultar(servicio):
    try:
        operacion = current_app.extensions["lanzador"].lanzar(servicio, request.get_json())
    except RechazoKhipu as exc:
        return jsonify(error="rechazo", codigo=exc.codigo, tipo=exc.tipo, detalle=str(exc)), 502
    return jsonify(operacion=operacion), 202
