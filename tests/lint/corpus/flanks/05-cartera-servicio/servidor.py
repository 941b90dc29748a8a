import os

from flask import Flask, jsonify, request

from flanks_api import ApiFlanks, FallaFlanks

app = Flask(__name__)
api = ApiFlanks(os.environ.get("FLANKS_TOKEN", ""))
conexiones: dict[str, dict] = {}


@app.errorhandler(FallaFlanks)
def responder_falla(falla: FallaFlanks):
    accion, estado = "avisar a soporte", 502
    match falla.codigo:
        case 20002:
            accion, estado = "volver a consultar en unos segundos", 425
        case 20003:
            accion, estado = "en revisión, volver en 48 horas", 425
        case 50001:
            accion, estado = "el banco no responde, probar más tarde", 503
        case 50002:
            accion, estado = "revisar las credenciales", 422
        case 50003:
            accion, estado = "pedir el segundo factor al cliente", 422
    return jsonify(code=falla.codigo, detail=falla.mensaje, upstream=falla.estado, action=accion), estado


@app.get("/retorno")
def retorno():
    token, lista = api.canjear(request.args["code"])
    conexiones[request.args["state"]] = {"token": token, "lista": lista}
    if not lista:
        return jsonify(status="security-checks"), 202
    return jsonify(status="connected")


@app.get("/clientes/<cliente>/cartera")
def cartera(cliente: str):
    conexion = conexiones.get(cliente)
    if conexion is None:
        return jsonify(error="cliente sin conexión"), 404
    return jsonify(api.cartera(conexion["token"]))
