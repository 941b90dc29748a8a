from __future__ import annotations

import json

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.views import View

from khipu_client import KhipuClient
from khipu_errors import Advice, KhipuError

STATUS = {
    Advice.DO_NOT_RETRY: 422,
    Advice.RETRY_IMMEDIATELY: 503,
    Advice.WAIT_4_HOURS: 503,
}


class MovementsPreview(View):
    client_class = KhipuClient

    def post(self, request: HttpRequest) -> JsonResponse:
        form = json.loads(request.body)
        client = self.client_class(settings.KHIPU_JWT)
        try:
            rows = client.movements(form["rut"], form["password"], form["month"])
        except KhipuError as exc:
            payload = {"code": exc.code, "advice": exc.advice.value, "detail": exc.description}
            response = JsonResponse(payload, status=STATUS[exc.advice])
            if exc.advice is Advice.WAIT_4_HOURS:
                response["Retry-After"] = "14400"
            return response
        return JsonResponse({"rows": rows})
