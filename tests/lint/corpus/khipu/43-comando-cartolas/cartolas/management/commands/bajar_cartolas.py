from datetime import timedelta

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q
from django.utils import timezone

from cartolas.khipu import ClienteKhipu, KhipuEnEspera, KhipuError
from cartolas.models import Cuenta, Movimiento
from vault import leer_clave


class Command(BaseCommand):
    help = "Baja la cartola del mes de todas las cuentas"

    def add_arguments(self, parser):
        parser.add_argument("mes")

    def handle(self, *args, **options):
        cliente = ClienteKhipu(settings.KHIPU_TOKEN)
        ahora = timezone.now()
        malas = 0
        for cuenta in Cuenta.objects.filter(Q(pendiente_hasta=None) | Q(pendiente_hasta__lte=ahora)):
            try:
                filas = cliente.cartola(cuenta.banco, cuenta.rut, leer_clave(cuenta.clave_ref), options["mes"])
            except KhipuEnEspera as e:
                cuenta.pendiente_hasta = ahora + timedelta(hours=4, minutes=5)
                cuenta.ultimo_error = e.codigo
            except KhipuError as e:
                self.stderr.write("%s: %s (%s)" % (cuenta.rut, e, e.operacion))
                cuenta.ultimo_error = e.codigo
                malas += 1
            else:
                cuenta.pendiente_hasta = None
                cuenta.ultimo_error = ""
                Movimiento.objects.bulk_create(
                    Movimiento(cuenta=cuenta, fecha=f["Date"], glosa=f["Description"], monto=f["Amount"]) for f in filas
                )
            cuenta.save()
        if malas:
            raise CommandError("%d cuentas con error" % malas)
