# -*- coding: utf-8 -*-
"""Volcado diario de inversiones desde Flanks a ficheros JSON.

Entrada: un fichero con un credentials_token por linea. Salida: DESTINO/<token>.json
y DESTINO/avisos.log con lo que tiene que mirar alguien.
"""
import json
import os
import sys
import time
import urllib.error
import urllib.request

URL = os.environ.get("FLANKS_URL", "https://api.flanks.io")
MEDIA_HORA = 1800


class FalloFlanks(Exception):
    def __init__(self, status, cuerpo):
        self.status = status
        self.cuerpo = cuerpo
        self.error_code = cuerpo.get("error_code")
        Exception.__init__(self, "flanks %s/%s: %s" % (status, self.error_code, cuerpo.get("error")))


class Volcado(object):
    def __init__(self, url=URL, destino=".", bearer=""):
        self.url = url
        self.destino = destino
        self.bearer = bearer
        self.avisos = []
        self.tras_error = {
            20001: self._abrir_ticket,
            20002: self._esperar_datos,
            20003: self._en_revision,
            50001: self._banco_caido,
            50002: self._avisar_usuario,
            50003: self._avisar_usuario,
        }

    def _post(self, camino, cuerpo):
        req = urllib.request.Request(self.url + camino, json.dumps(cuerpo).encode("utf-8"), {
            "Content-Type": "application/json", "Authorization": "Bearer %s" % self.bearer})
        try:
            resp = urllib.request.urlopen(req, timeout=60)
        except urllib.error.HTTPError as e:
            texto = e.read().decode("utf-8", "replace")
            try:
                doc = json.loads(texto)
            except ValueError:
                doc = {"error": texto[:200]}
            raise FalloFlanks(e.code, doc)
        with resp:
            doc = json.load(resp)
        if isinstance(doc, dict) and doc.get("error_code"):
            raise FalloFlanks(resp.status, doc)
        return doc

    # Cada manejador dice si merece la pena volver a pedir los datos.

    def _abrir_ticket(self, token, fallo, vez):
        return self._avisar(token, fallo, "abrir ticket a Flanks")

    def _en_revision(self, token, fallo, vez):
        return self._avisar(token, fallo, "en revision, volver a mirar pasadas 48 h")

    def _avisar_usuario(self, token, fallo, vez):
        return self._avisar(token, fallo, "escribir al cliente")

    def _banco_caido(self, token, fallo, vez):
        if vez > 1:
            return self._avisar(token, fallo, "banco caido")
        time.sleep(MEDIA_HORA)
        return True

    def _esperar_datos(self, token, fallo, vez):
        if vez > 2:
            return self._avisar(token, fallo, "sigue procesando")
        for _ in range(30):
            time.sleep(20)
            estado = self._post("/v0/credentials/status", {"credentials_token": token})
            if estado.get("errored"):
                return self._avisar(token, fallo, "abrir ticket a Flanks (errored)")
            if not estado.get("pending"):
                return True
        return self._avisar(token, fallo, "sigue procesando")

    def _avisar(self, token, fallo, que):
        self.avisos.append("%s\t%s\t%s" % (token, que, fallo))
        return False

    def token(self, token):
        vez = 0
        while True:
            vez += 1
            try:
                return self._post("/v0/bank/credentials/investment", {"credentials_token": token})
            except FalloFlanks as fallo:
                manejador = self.tras_error.get(fallo.error_code)
                if manejador is None:
                    raise
                if not manejador(token, fallo, vez):
                    return None

    def todo(self, tokens):
        try:
            for t in tokens:
                datos = self.token(t)
                if datos is not None:
                    with open(os.path.join(self.destino, "%s.json" % t), "w") as f:
                        json.dump(datos, f)
        finally:
            with open(os.path.join(self.destino, "avisos.log"), "a") as f:
                f.writelines("%s\n" % a for a in self.avisos)


if __name__ == "__main__":
    v = Volcado(destino=sys.argv[2], bearer=os.environ["FLANKS_TOKEN"])
    v.todo([l.strip() for l in open(sys.argv[1]) if l.strip()])
    sys.exit(1 if v.avisos else 0)
