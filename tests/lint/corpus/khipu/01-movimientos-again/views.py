from django.conf import settings
from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from .models import SincronizacionPendiente
from .servicio import ErrorDeServicio, ErrorDiferido, ServicioMovimientos


@require_POST
def movimientos(request, banco):
    servicio = ServicioMovimientos(settings.KHIPU_TOKEN)
    try:
        filas = servicio.obtener(banco, request.POST["rut"], request.POST["clave"], request.POST["mes"])
    except ErrorDiferido as e:
        SincronizacionPendiente.objects.create(
            usuario=request.user, banco=banco, desde=timezone.now() + e.espera
        )
        return JsonResponse({"estado": "pendiente", "codigo": e.codigo}, status=202)
    except ErrorDeServicio as e:
        return JsonResponse({"estado": "error", "codigo": e.codigo, "mensaje": e.mensaje}, status=502)
    return JsonResponse({"estado": "ok", "movimientos": filas})
