"""Monta a carteira do cliente a partir dos consentimentos dele."""
import logging

import brick

log = logging.getLogger("carteira")

PARAR_TUDO = ["TOKEN_NAO_AUTORIZADO", "TOKEN_INATIVO", "invalid_token", "CLIENTE_INVALIDO"]


def contas_do_consentimento(sessao, consentimento, url):
    contas = brick.consultar(sessao, "/accounts/v2/accounts", {"consentId": consentimento}, url)
    return [{"consentimento": consentimento, "conta": c} for c in contas["accounts"]]


def montar(sessao, consentimentos, url=brick.URL):
    """Devolve {"contas": [...], "falhas": [...]}; cada falha diz status e código."""
    carteira = {"contas": [], "falhas": []}
    for consentimento in consentimentos:
        try:
            carteira["contas"] += contas_do_consentimento(sessao, consentimento, url)
        except brick.ErroBrick as erro:
            if erro.codigo in PARAR_TUDO:
                raise
            log.warning("consentimento %s: %s", consentimento, erro)
            carteira["falhas"].append(
                {
                    "consentimento": consentimento,
                    "status": erro.status,
                    "codigo": erro.codigo,
                    "texto": erro.texto,
                    "proximo_mes": erro.status == 423,
                }
            )
    return carteira


def completa(carteira):
    return len(carteira["falhas"]) == 0
