"""Vincula cuentas bancarias en Synapse (bank logins)."""
import json
import logging
import time
import urllib.error
import urllib.request

from errores import AccionPendiente, ErrorSynapse

log = logging.getLogger("synapse")

REINTENTABLES = {"429", "500", "503"}


class ClienteSynapse:
    def __init__(self, gateway, usuario, url="https://api.synapsefi.com/v3.1", intentos=4):
        self.url = url
        self.intentos = intentos
        self.cabeceras = {
            "X-SP-GATEWAY": gateway,
            "X-SP-USER": usuario,
            "X-SP-USER-IP": "127.0.0.1",
            "Content-Type": "application/json",
        }

    def vincular(self, id_usuario, banco, usuario_banco, clave):
        datos = {
            "type": "ACH-US",
            "info": {"bank_id": usuario_banco, "bank_pw": clave, "bank_name": banco},
        }
        cuerpo = self._con_reintentos("POST", "/users/%s/nodes" % id_usuario, datos)
        return cuerpo["nodes"]

    def saldo(self, id_usuario, id_nodo):
        cuerpo = self._con_reintentos("GET", "/users/%s/nodes/%s" % (id_usuario, id_nodo))
        return cuerpo["info"]["balance"]["amount"]

    def _con_reintentos(self, metodo, ruta, datos=None):
        for intento in range(1, self.intentos + 1):
            try:
                return self._pedir(metodo, ruta, datos)
            except ErrorSynapse as error:
                if error.error_code not in REINTENTABLES or intento == self.intentos:
                    raise
                log.info("intento %d: %s", intento, error)
                time.sleep(5 * intento)

    def _pedir(self, metodo, ruta, datos):
        contenido = json.dumps(datos).encode() if datos is not None else None
        pedido = urllib.request.Request(self.url + ruta, data=contenido, headers=self.cabeceras, method=metodo)
        try:
            with urllib.request.urlopen(pedido, timeout=60) as respuesta:
                cuerpo = json.load(respuesta)
                estado = respuesta.status
        except urllib.error.HTTPError as exc:
            cuerpo = json.load(exc)
            raise ErrorSynapse(str(exc.code), str(cuerpo.get("error_code")), cuerpo.get("error", {}).get("en"))
        if estado == 202:
            raise AccionPendiente(cuerpo)
        return cuerpo
