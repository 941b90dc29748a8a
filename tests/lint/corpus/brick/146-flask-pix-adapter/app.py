from decimal import Decimal, InvalidOperation

from flask import Flask, jsonify, request

from brick_session import BrickError
from pix import PixOrder, PixService

app = Flask(__name__)
service = PixService()


@app.errorhandler(BrickError)
def brick_error(exc):
    status = 502 if exc.status >= 500 else 422
    return jsonify(origem="brick", status=exc.status, codigo=exc.code, detalhe=exc.detail), status


@app.post("/pix")
def create_pix():
    form = request.get_json(force=True)
    try:
        amount = Decimal(str(form["valor"]))
    except (KeyError, InvalidOperation):
        return jsonify(erro="valor inválido"), 400
    order = PixOrder(form["consentimento"], amount, form["chave"], form.get("descricao", ""))
    result = service.pay(order)
    return jsonify(id=result.payment_id, status=result.status), 201 if result.finished else 202
