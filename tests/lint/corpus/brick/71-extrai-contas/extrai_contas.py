"""Extrai as contas de cada consentimento ativo (Brick Bank, visão Receptor de Dados) para um NDJSON."""
from __future__ import annotations

import json
import sys
from collections import Counter
from typing import Any, Iterator, TextIO

import urllib3
from urllib3.util import Retry


class EsperaDobrada(Retry):
    """3, 6, 12, 24 e 48 segundos, já a partir do primeiro reenvio."""

    def get_backoff_time(self) -> float:
        respostas = sum(1 for h in self.history if h.status is not None)
        return 3.0 * 2 ** max(respostas - 1, 0)


REENVIO = EsperaDobrada(
    total=None,
    connect=3,
    read=0,
    redirect=0,
    other=0,
    status=5,
    status_forcelist=frozenset(range(500, 506)),
    allowed_methods=frozenset({"GET"}),
    raise_on_status=False,
    respect_retry_after_header=False,
)


class ErroBrick(Exception):
    def __init__(self, status: int, corpo: dict[str, Any], caminho: str) -> None:
        self.status = status
        self.corpo = corpo
        self.code = corpo.get("code") or None
        motivo = corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or "sem detalhe"
        super().__init__(f"{caminho}: {status} {self.code or ''} {motivo}")


class Extrator:
    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url.rstrip("/")
        self.http = urllib3.PoolManager(retries=REENVIO, timeout=urllib3.Timeout(connect=5, read=60))
        self.cabecalhos = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
        self.ignorados: list[dict[str, Any]] = []
        self.marcas_no_limite: set[str] = set()

    def _get(self, caminho: str, **params: Any) -> dict[str, Any]:
        r = self.http.request("GET", self.base_url + caminho, fields=params, headers=self.cabecalhos)
        try:
            corpo = json.loads(r.data or b"{}")
        except ValueError:
            corpo = {"message": r.data[:200].decode("utf-8", "replace")}
        if r.status != 200:
            raise ErroBrick(r.status, corpo, caminho)
        return corpo

    def paginas(self, caminho: str) -> Iterator[list[dict[str, Any]]]:
        n = total = 1
        while n <= total:
            corpo = self._get(caminho, page=n)
            total = corpo.get("meta", {}).get("totalPages", 1)
            yield corpo["data"]
            n += 1

    def contas(self, consentimento: str, marca: str) -> Iterator[dict[str, Any]]:
        if marca in self.marcas_no_limite:
            self._ignorar(consentimento, "LIMITE_OPERACIONAL_EXCEDIDO", "marca já no limite deste mês")
            return
        try:
            for pagina in self.paginas(f"/consents/{consentimento}/accounts"):
                yield from pagina
        except ErroBrick as erro:
            if erro.code == "LIMITE_OPERACIONAL_EXCEDIDO":
                self.marcas_no_limite.add(marca)
            elif erro.code not in ("CONSENTIMENTO_NAO_AUTORIZADO", "CONSENTIMENTO_EM_STATUS_REJEITADO"):
                raise
            self._ignorar(consentimento, erro.code, str(erro))

    def _ignorar(self, consentimento: str, code: str, motivo: str) -> None:
        self.ignorados.append({"consentimento": consentimento, "code": code, "motivo": motivo})

    def tudo(self, pares: list[tuple[str, str]], saida: TextIO) -> int:
        linhas = 0
        for consentimento, marca in pares:
            for conta in self.contas(consentimento, marca):
                saida.write(json.dumps({"consentimento": consentimento, **conta}) + "\n")
                linhas += 1
        return linhas


def main() -> int:
    base_url, token, arquivo = sys.argv[1:4]
    with open(arquivo) as f:
        pares = [tuple(linha.split()[:2]) for linha in f if linha.strip()]
    ex = Extrator(base_url, token)
    n = ex.tudo(pares, sys.stdout)
    print(f"{n} contas; ignorados: {dict(Counter(i['code'] for i in ex.ignorados))}", file=sys.stderr)
    for item in ex.ignorados:
        print(json.dumps(item, ensure_ascii=False), file=sys.stderr)
    return 3 if ex.ignorados else 0


if __name__ == "__main__":
    raise SystemExit(main())
