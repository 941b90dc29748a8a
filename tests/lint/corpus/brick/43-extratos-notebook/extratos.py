# %% [markdown]
# # Extratos dos consentimentos ativos
# Exportado do caderno `extratos.ipynb`; roda toda segunda.

# %%
import time
from datetime import date, timedelta

import requests

BASE_URL = "https://api.brick.example"
ESPERAR_E_REPETIR = {"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"}


# %%
def esperas(base=3, fator=2, total=8):
    pausa = base
    for _ in range(total):
        yield pausa
        pausa *= fator


class FalhaNaColeta(Exception):
    def __init__(self, status, corpo):
        super().__init__(f"{status}: {corpo}")
        self.status = status
        self.corpo = corpo
        self.codigo = corpo.get("code")
        self.detalhe = corpo.get("detail") or corpo.get("message") or ""


# %%
class Coleta:
    def __init__(self, token, base_url=BASE_URL):
        self.base_url = base_url
        self.sessao = requests.Session()
        self.sessao.headers["Authorization"] = f"Bearer {token}"

    def _pegar(self, url, **params):
        for pausa in esperas():
            r = self.sessao.get(url, params=params, timeout=30)
            if r.status_code == 200:
                return r.json()
            corpo = r.json()
            cinquenta = 500 <= r.status_code <= 509
            if not cinquenta and corpo.get("code") not in ESPERAR_E_REPETIR:
                break
            time.sleep(pausa)
        raise FalhaNaColeta(r.status_code, corpo)

    def paginas(self, consentimento, desde):
        url = f"{self.base_url}/open-banking/accounts/v2/transactions"
        doc = self._pegar(url, consentId=consentimento, fromBookingDate=desde.isoformat())
        while True:
            yield doc["data"]
            proxima = doc.get("links", {}).get("next")
            if not proxima:
                return
            doc = self._pegar(proxima)

    def coletar(self, consentimentos, hoje=None):
        desde = (hoje or date.today()) - timedelta(days=7)
        extratos, removidos, falhas = {}, [], []
        for consentimento in consentimentos:
            try:
                extratos[consentimento] = [
                    lancamento for pagina in self.paginas(consentimento, desde) for lancamento in pagina
                ]
            except FalhaNaColeta as falha:
                if "não foi encontrado" in falha.detalhe:
                    removidos.append(consentimento)
                else:
                    falhas.append((consentimento, falha.status, falha.corpo))
        return extratos, removidos, falhas


# %%
def resumo(extratos):
    return {
        consentimento: sum(float(x["transactionAmount"]["amount"]) for x in lancamentos)
        for consentimento, lancamentos in extratos.items()
    }


# %%
if __name__ == "__main__":
    import os

    coleta = Coleta(os.environ["BRICK_TOKEN"])
    extratos, removidos, falhas = coleta.coletar(os.environ["CONSENTIMENTOS"].split(","))
    for consentimento, total in resumo(extratos).items():
        print(f"{consentimento}: {total:.2f}")
    print("removidos da carteira:", *removidos)
    for consentimento, status, corpo in falhas:
        print("FALHA", consentimento, status, corpo)
