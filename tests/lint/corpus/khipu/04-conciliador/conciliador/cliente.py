import httpx

from . import ajustes, errores


def movimientos(banco, usuario, clave, mes):
    respuesta = httpx.post(
        f"{ajustes.KHIPU_URL}/v1/cl/banks/{banco}/transactions",
        headers={"Authorization": f"Bearer {ajustes.KHIPU_JWT}"},
        json={"Username": usuario, "Password": clave, "Month": mes},
        timeout=150,
    )
    documento = respuesta.json()
    if documento["Status"] == "OK":
        return documento["Data"]["Movements"]
    raise errores.crear(documento["Error"])
