from http.client import HTTPSConnection
import json

from .cola import Cola


def despachar(cola: Cola, token: str, retorno: str, host: str = "api.khipu.com"):
    """Sends what is due. The acknowledgement only carries the operation id, the outcome comes to the webhook."""
    while (trabajo := cola.sacar()) is not None:
        conexion = HTTPSConnection(host, timeout=30)
        try:
            conexion.request(
                "POST",
                trabajo.ruta,
                body=json.dumps({**trabajo.cuerpo, "CallbackUrl": retorno}),
                headers={"Authorization": "Bearer " + token, "Content-Type": "application/json"},
            )
            acuse = json.loads(conexion.getresponse().read())
        except ConnectionRefusedError:
            cola.poner(trabajo, 60)
            return
        finally:
            conexion.close()
        if acuse["Status"] == "ERROR":
            cola.enterrar(trabajo, acuse["Error"])
        else:
            cola.en_curso[acuse["OperationId"]] = trabajo._replace(operacion=acuse["OperationId"])
