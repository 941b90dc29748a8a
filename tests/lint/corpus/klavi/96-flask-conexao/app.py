import os
from datetime import datetime, timedelta

import requests
from flask import Flask, jsonify, request

app = Flask(__name__)
app.config["KLAVI_URL"] = os.environ.get("KLAVI_URL", "https://api.klavi.ai")
app.config["KLAVI_TOKEN"] = os.environ.get("KLAVI_TOKEN", "")

UM_DIA = timedelta(days=1)

# cpf|banco -> (liberado em, codigo)
CASTIGO = {}

AVISOS = {
    "201": "Falta uma autorização extra no app do banco para liberar o restante.",
    "202": "Alguns lançamentos não vieram do banco.",
    "203": "O relatório veio sem o CPF.",
}

TEXTO = {
    "402": "Confira os dados e tente de novo.",
    "433": "Senha incorreta. Digite a senha correta.",
    "434": "Token incorreto. Digite o token correto.",
    "435": "Faltou digitar o token.",
    "403": "O banco está fora do ar, volte mais tarde.",
    "432": "Instituição indisponível no momento.",
    "407": "Resolva a pendência da conta ou da senha com o banco.",
    "408": "Conta ou senha bloqueada: redefina a senha do internet banking.",
    "409": "Use uma conta de tipo compatível.",
    "410": "Formato inválido, confira os campos.",
    "413": "Encerre as sessões abertas no banco antes de continuar.",
    "419": "Procure uma agência da Caixa.",
    "420": "Procure uma agência da Caixa.",
    "405": "Conectou, mas não há contas.",
}


def espera(codigo):
    if codigo == "415":
        return timedelta(minutes=30)
    if codigo in ("406", "414"):
        return UM_DIA
    return None


def klavi(caminho, corpo):
    url = app.config["KLAVI_URL"] + caminho
    cab = {"Authorization": "Bearer " + app.config["KLAVI_TOKEN"]}
    try:
        r = requests.post(url, json=corpo, headers=cab, timeout=90)
    except requests.exceptions.ConnectTimeout:
        # nem chegou lá
        r = requests.post(url, json=corpo, headers=cab, timeout=90)
    d = r.json()
    return str(d["code"]), d


@app.errorhandler(requests.ConnectionError)
@app.errorhandler(requests.Timeout)
def sem_rede(e):
    app.logger.exception("klavi fora")
    return jsonify(erro="rede", detalhe=str(e)), 504


@app.post("/conexoes")
def conectar():
    p = request.get_json()
    chave = p["cpf"] + "|" + p["banco"]
    if chave in CASTIGO:
        ate, cod = CASTIGO[chave]
        if datetime.utcnow() < ate:
            return jsonify(erro="aguarde", codigo=cod, ate=ate.isoformat()), 409
        del CASTIGO[chave]

    codigo, d = klavi("/v1/conexoes", {"cpf": p["cpf"], "institutionCode": p["banco"], "senha": p["senha"]})

    if codigo == "200":
        return jsonify(ok=True, dados=d.get("data"))
    if codigo in AVISOS:
        return jsonify(ok=True, parcial=True, codigo=codigo, aviso=AVISOS[codigo], dados=d.get("data"))

    quanto = espera(codigo)
    if quanto:
        ate = datetime.utcnow() + quanto
        CASTIGO[chave] = (ate, codigo)
        return jsonify(erro="aguarde", codigo=codigo, ate=ate.isoformat()), 409

    if codigo not in TEXTO:
        app.logger.error("klavi %s %s (%s)", codigo, d.get("message"), chave[-8:])
    return jsonify(erro="klavi", codigo=codigo, texto=TEXTO.get(codigo, d.get("message"))), 422


@app.get("/callback/contabil")
def contabil():
    # login do sistema contábil, nada a ver com a Klavi
    code = request.args.get("code")
    if not code:
        return "sem code", 400
    url = os.environ["CONTABIL_URL"] + "/oauth/token"
    form = {"grant_type": "authorization_code", "code": code}
    r = requests.post(url, data=form, timeout=15)
    if r.status_code == 503:
        r = requests.post(url, data=form, timeout=15)
    return jsonify(r.json()), r.status_code


if __name__ == "__main__":
    app.run(port=8080)
