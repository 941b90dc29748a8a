from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect

from flanks_client import FlanksClient
from flanks_errors import Code, FlanksError

ADVICE = {
    Code.INCOMPLETE: (502, "open a ticket with Flanks"),
    Code.PROCESSING: (503, "still collecting"),
    Code.SCA_ERROR: (503, "under review, one to two days"),
    Code.BANK_ERROR: (503, "bank unavailable, later"),
    Code.CREDENTIALS_ERROR: (409, "check the bank login"),
    Code.SCA_REQUIRED: (409, "confirm at the bank"),
}


def _client() -> FlanksClient:
    return FlanksClient(settings.FLANKS_ID, settings.FLANKS_SECRET)


def link_callback(request: HttpRequest) -> HttpResponse:
    code = request.GET.get("code")
    if not code or code == "cancelled":
        return HttpResponseBadRequest("no code")
    exchange = _client().exchange(code)
    request.session["flanks"] = exchange.credentials_token
    return redirect("review-pending" if exchange.under_review else "portfolio")


def portfolio(request: HttpRequest) -> JsonResponse:
    try:
        rows = _client().portfolio(request.session["flanks"])
    except FlanksError as exc:
        status, advice = ADVICE.get(exc.code, (502, "unexpected answer"))
        return JsonResponse({"advice": advice, "code": exc.code, "status": exc.status, "text": exc.text}, status=status)
    return JsonResponse({"rows": rows})
