import requests


class KhipuRechazo(Exception):
    def __init__(self, operacion, codigo, tipo, descripcion):
        super().__init__(operacion, codigo, tipo, descripcion)
        self.operacion = operacion
        self.codigo = codigo
        self.tipo = tipo
        self.descripcion = descripcion

    def __str__(self):
        return f"{self.codigo}/{self.tipo}: {self.descripcion} (op {self.operacion})"


class FacturasGateway:
    def __init__(self, url: str, token: str):
        self._url = url
        self._token = token

    def emitidas(self, rut: str, clave: str, periodo: str) -> list[dict]:
        r = requests.post(
            f"{self._url}/v1/cl/services/sii.cl/issued-invoices",
            headers={"Authorization": f"Bearer {self._token}"},
            json={"Username": rut, "Password": clave, "Period": periodo},
            timeout=180,
        )
        doc = r.json()
        if doc["Status"] == "ERROR":
            e = doc["Error"]
            raise KhipuRechazo(doc["OperationId"], e["Code"], e["Type"], e["Description"])
        return doc["Data"]["Invoices"]
