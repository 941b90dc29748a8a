"""Paga um lote: `python lote.py pagamentos.csv resultado.csv` (colunas: id, consentimento, valor)."""
import concurrent.futures as cf
import csv
import hashlib
import json
import os
import sys
import urllib.error
import urllib.request

from tentativas import com_tentativas

BASE = os.environ.get("BRICK_URL", "https://api.brickbank.example")
TOKEN = os.environ.get("BRICK_TOKEN", "")


class PagamentoErro(Exception):
    def __init__(self, status, corpo):
        self.status = str(status)
        self.corpo = corpo
        self.codigo = corpo.get("code") or corpo.get("error") or corpo.get("message") or ""
        super().__init__(f"{self.status} {self.codigo}")


servidor_caiu = lambda erro: getattr(erro, "status", "").startswith("5")  # noqa: E731


def chave(linha):
    """A mesma linha do lote tem sempre a mesma chave."""
    return hashlib.sha256(f"{linha['id']}|{linha['consentimento']}|{linha['valor']}".encode()).hexdigest()[:32]


@com_tentativas(vezes=9, quando=servidor_caiu)
def pagar(linha, base=BASE):
    corpo = {"data": {"consentId": linha["consentimento"], "payment": {"amount": linha["valor"], "currency": "BRL"}}}
    pedido = urllib.request.Request(
        base + "/payments/pix/payments",
        data=json.dumps(corpo).encode(),
        headers={
            "Authorization": "Bearer " + TOKEN,
            "Content-Type": "application/json",
            "x-idempotency-key": chave(linha),
        },
        method="POST",
    )
    try:
        with urllib.request.urlopen(pedido, timeout=30) as resposta:
            status, texto = resposta.status, resposta.read()
    except urllib.error.HTTPError as erro:
        status, texto = erro.code, erro.read()
    recebido = json.loads(texto or b"{}")
    if status not in (200, 201):
        raise PagamentoErro(status, recebido)
    return recebido["data"]


def processar(linhas, base=BASE, em_paralelo=5):
    resultado = []

    def anotar(linha, futuro):
        try:
            dados = futuro.result()
        except PagamentoErro as erro:
            situacao = "aguardando" if erro.status == "202" else "recusado"
            resultado.append({**linha, "situacao": situacao, "status": erro.status, "codigo": erro.codigo})
        else:
            resultado.append({**linha, "situacao": "pago", "paymentId": dados.get("paymentId", "")})

    with cf.ThreadPoolExecutor(em_paralelo) as pool:
        futuros = [(linha, pool.submit(pagar, linha, base)) for linha in linhas]
        for linha, futuro in futuros:
            anotar(linha, futuro)
    return resultado


def main(entrada, saida):
    with open(entrada, newline="", encoding="utf-8") as fh:
        resultado = processar(list(csv.DictReader(fh)))
    with open(saida, "w", newline="", encoding="utf-8") as fh:
        out = csv.DictWriter(fh, ["id", "consentimento", "valor", "situacao", "paymentId", "status", "codigo"])
        out.writeheader()
        out.writerows(resultado)
    return sum(1 for r in resultado if r["situacao"] == "recusado")


if __name__ == "__main__":
    sys.exit(min(main(*sys.argv[1:]), 1))
