import json
import os
import sys

from refresco import RefrescoCuentas
from refresco.transporte import Transporte

SYNAPSE = "https://api.synapsefi.com/v3.1"


def main(argv: list[str]) -> int:
    usuario, *nodos = argv
    servicio = RefrescoCuentas(Transporte(SYNAPSE, os.environ["SP_GATEWAY"], os.environ["SP_USER_KEY"]))
    resumen = servicio.refrescar_todas(usuario, nodos)
    print(json.dumps({"ok": resumen.refrescadas, "vincular": resumen.por_vincular, "no": resumen.sin_soporte}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
