import json

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views import View
from django.views.decorators.http import require_POST

from .mixins import ReadsKhipu
from .models import Lookup
from .outcome import Step
from .services import DocumentService

STATUS = {Step.ASK_LOGIN: 422, Step.FIX_INPUT: 422, Step.PARKED: 503, Step.EXPIRED: 504, Step.FAILED: 502}


class CertificateView(View):
    def post(self, request: HttpRequest) -> JsonResponse:
        lookup, _ = Lookup.objects.get_or_create(rut=request.POST["rut"])
        if lookup.parked_until and lookup.parked_until > timezone.now():
            return JsonResponse({"step": Step.PARKED, "until": lookup.parked_until}, status=503)
        service = DocumentService(request.tenant.khipu_token)
        outcome = service.certificate(lookup.rut, request.POST["password"])
        lookup.record(outcome)
        return JsonResponse(
            {"step": outcome.step, "data": outcome.data, "code": outcome.code, "text": outcome.text},
            status=STATUS.get(outcome.step, 200),
        )


@require_POST
def khipu_webhook(request: HttpRequest) -> HttpResponse:
    doc = json.loads(request.body)
    lookup = Lookup.objects.get(operation_id=doc["OperationId"])
    lookup.record(ReadsKhipu().read(doc))
    return HttpResponse(status=204)
