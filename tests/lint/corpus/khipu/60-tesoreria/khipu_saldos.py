import logging

import requests

logger = logging.getLogger(__name__)

API = "https://api.khipu.com/v1/cl/services"


class ErrorKhipu(Exception):
    def __init__(self, operacion, codigo, tipo, texto):
        super().__init__(operacion, codigo, tipo, texto)
        self.operacion = operacion
        self.codigo = codigo
        self.tipo = tipo
        self.texto = texto

    def __str__(self):
        return "Khipu %s (%s): %s" % (self.codigo, self.tipo, self.texto)


class SaldosKhipu:
    def __init__(self, token, api=API):
        self.api = api
        self.http = requests.Session()
        self.http.headers.update({"Authorization": "Bearer %s" % token})

    def saldo(self, servicio, rut, clave):
        respuesta = self.http.post(
            "%s/%s/balances" % (self.api, servicio),
            json={"Username": rut, "Password": clave},
            timeout=(5, 120),
        )
        doc = respuesta.json()
        if doc["Status"] == "OK":
            return doc["Data"]
        error = doc["Error"]
        logger.info("operación %s terminó en %s", doc["OperationId"], error["Code"])
        raise ErrorKhipu(
            doc["OperationId"],
            error["Code"],
            error["Type"],
            error.get("Message", ""),
        )
