# -*- coding: utf-8 -*-
from flask import Blueprint, current_app, jsonify, request

from .brick_mixin import BrickErro, BrickMixin, ConsentimentoEncerrado

bp = Blueprint("consentimentos", __name__, url_prefix="/consentimentos")


class ServicoConsentimento(BrickMixin):
    def __init__(self, brick_url, brick_token):
        self.brick_url = brick_url.rstrip("/")
        self.brick_token = brick_token

    def criar(self, cpf, permissoes, expira_em):
        corpo = {
            "data": {
                "loggedUser": {"document": {"identification": cpf, "rel": "CPF"}},
                "permissions": permissoes,
                "expirationDateTime": expira_em,
            }
        }
        return self.brick("POST", "/consents/v2/consents", corpo)

    def dados(self, consent_id):
        return self.brick("GET", "/resources/v2/resources?consentId=" + consent_id)


def servico():
    cfg = current_app.config
    return ServicoConsentimento(cfg["BRICK_URL"], cfg["BRICK_TOKEN"])


@bp.post("/")
def novo():
    pedido = request.get_json()
    criado = servico().criar(pedido["cpf"], pedido["permissoes"], pedido["expira_em"])
    return jsonify(criado), 201


@bp.get("/<consent_id>/recursos")
def recursos(consent_id):
    try:
        return jsonify(servico().dados(consent_id))
    except ConsentimentoEncerrado as exc:
        current_app.extensions["fila"].cancelar_coletas(consent_id, motivo=exc.codigo)
        raise


@bp.errorhandler(BrickErro)
def para_http(exc):
    return jsonify(codigo=exc.codigo, detalhe=exc.detalhe, origem=exc.status), exc.http
