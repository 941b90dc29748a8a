import http.client
import json
import logging
import urllib.parse

from reenvio import tentar_de_novo

logger = logging.getLogger("portal.brick")


class ErroBrick(Exception):
    def __init__(self, status, corpo):
        self.status = status
        self.code = corpo.get("code") or corpo.get("error") or ""
        self.detail = corpo.get("detail") or corpo.get("message") or ""
        super().__init__("%s %s %s" % (status, self.code, self.detail))


class ErroServidor(ErroBrick):
    pass


class GatewayConsentimento:
    def __init__(self, base_url="https://api.brickbank.com.br", token=""):
        partes = urllib.parse.urlsplit(base_url)
        self._tls = partes.scheme == "https"
        self._host = partes.netloc
        self._token = token

    def _conexao(self):
        classe = http.client.HTTPSConnection if self._tls else http.client.HTTPConnection
        return classe(self._host, timeout=20)

    @tentar_de_novo(ErroServidor, maximo=10, base=3, teto=48)
    def consultar(self, consent_id):
        con = self._conexao()
        try:
            con.request(
                "GET",
                "/open-banking/consents/v3/consents/" + urllib.parse.quote(consent_id),
                headers={"Authorization": "Bearer " + self._token, "Accept": "application/json"},
            )
            resposta = con.getresponse()
            texto = resposta.read()
        finally:
            con.close()
        try:
            corpo = json.loads(texto)
        except ValueError:
            corpo = {}
        if resposta.status == 200:
            return corpo["data"]
        if resposta.status in (500, 502, 503, 504):
            raise ErroServidor(resposta.status, corpo)
        raise ErroBrick(resposta.status, corpo)

    def situacao(self, consent_id):
        try:
            dados = self.consultar(consent_id)
        except ErroBrick as erro:
            logger.warning("consentimento %s: %s", consent_id, erro)
            return {"consentId": consent_id, "status": "AWAITING_AUTHORISATION"}
        return {"consentId": dados["consentId"], "status": dados["status"]}
