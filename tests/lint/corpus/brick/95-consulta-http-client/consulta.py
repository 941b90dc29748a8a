"""Consulta de contas/saldos via Brick (receptor de dados)."""
import http.client
import json
import logging
import time
from urllib.parse import urlsplit

logger = logging.getLogger("brick.consulta")

ESPERAS = [3, 6, 12, 24, 48]
CINCO_MINUTOS = 5 * 60


class FalhaBrick(Exception):
    def __init__(self, status, corpo):
        self.status = status
        self.corpo = corpo
        # o gateway responde {"message"} no 404 e {"error", "error_description"} no 401
        self.code = corpo.get("code") or corpo.get("error")
        self.texto = corpo.get("detail") or corpo.get("error_description") or corpo.get("message")
        super().__init__("%s/%s: %s" % (status, self.code, self.texto))


class ForaDoConsentimento(FalhaBrick):
    pass


class ConsentimentoParado(FalhaBrick):
    situacao = None


class LimiteDoMes(FalhaBrick):
    pass


class Consulta:
    def __init__(self, base_url, token, dormir=time.sleep):
        u = urlsplit(base_url)
        self.seguro = u.scheme == "https"
        self.host = u.netloc
        self.token = token
        self.dormir = dormir
        self.ultimo_status = None
        self.ultimo_corpo = {}
        self.sem_cota = set()

    def _uma(self, caminho):
        classe = http.client.HTTPSConnection if self.seguro else http.client.HTTPConnection
        con = classe(self.host, timeout=45)
        try:
            con.request("GET", caminho, headers={"Authorization": "Bearer " + self.token})
            resp = con.getresponse()
            texto = resp.read().decode("utf-8")
        finally:
            con.close()
        self.ultimo_status = resp.status
        try:
            self.ultimo_corpo = json.loads(texto)
        except ValueError:
            self.ultimo_corpo = {}
        return resp.status

    def _sessoes_demais(self):
        if self.ultimo_status != 429:
            return False
        return "too many sessions" in json.dumps(self.ultimo_corpo).lower()

    def _get(self, caminho):
        fila = list(ESPERAS)
        ja_esperou = False
        while True:
            st = self._uma(caminho)
            if st == 200:
                return self.ultimo_corpo
            # ERRO_NO_FLUXO_OIDC vem com 500, mas vira chamado no Service Desk
            instavel = 500 <= st <= 509 and self.ultimo_corpo.get("code") != "ERRO_NO_FLUXO_OIDC"
            if (instavel or self._sessoes_demais()) and fila:
                seg = fila.pop(0)
                logger.info("%s em %s, dormindo %ss", st, caminho, seg)
                self.dormir(seg)
                continue
            # a instituicao do outro lado; uma unica repeticao, depois de uns minutos
            if self.ultimo_corpo.get("code") in ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API") and not ja_esperou:
                ja_esperou = True
                self.dormir(CINCO_MINUTOS)
                continue
            return self._levantar()

    def _levantar(self):
        st, corpo = self.ultimo_status, self.ultimo_corpo
        if corpo.get("code") == "LIMITE_OPERACIONAL_EXCEDIDO":
            raise LimiteDoMes(st, corpo)
        raise FalhaBrick(st, corpo)

    def consentimento(self, consent_id):
        return self._get("/consents/v1/consents/" + consent_id)["data"]["status"]

    def contas(self, consent_id):
        return self._dado("/accounts/v1/accounts", consent_id)

    def saldos(self, consent_id, conta):
        return self._dado("/accounts/v1/accounts/%s/balances" % conta, consent_id)

    def _dado(self, caminho, consent_id):
        grupo = caminho.split("/")[-1]  # accounts, balances
        if (consent_id, grupo) in self.sem_cota:
            raise LimiteDoMes(423, {"code": "LIMITE_OPERACIONAL_EXCEDIDO"})
        try:
            return self._get(caminho + "?consentId=" + consent_id)["data"]
        except LimiteDoMes:
            self.sem_cota.add((consent_id, grupo))
            raise
        except FalhaBrick as f:
            if f.code == "CONSENTIMENTO_NAO_AUTORIZADO":
                # o mesmo codigo vale para categoria nao permitida e para consentimento nao autorizado
                situacao = self.consentimento(consent_id)
                if situacao == "AUTHORISED":
                    raise ForaDoConsentimento(f.status, f.corpo) from f
                parado = ConsentimentoParado(f.status, f.corpo)
                parado.situacao = situacao
                raise parado from f
            if f.code in ("CONSENTIMENTO_INVALIDO", "CONSENTIMENTO_EM_STATUS_REJEITADO", "OPERACAO_NAO_PERMITIDA_STATUS"):
                parado = ConsentimentoParado(f.status, f.corpo)
                parado.situacao = self.consentimento(consent_id)
                raise parado from f
            raise
