from __future__ import annotations

import json

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, JsonResponse
from django.utils.module_loading import import_string
from django.views.decorators.http import require_GET, require_POST

from .client import LinkClient
from .exceptions import BankProblem, FlanksProblem, InvalidCall, LoginRefused, SecondFactorNeeded
from .models import BankCredential


def _client() -> LinkClient:
    token_source = import_string(settings.FLANKS_TOKEN_SOURCE)
    return LinkClient(token_source())


def _refuse(exc: FlanksProblem) -> JsonResponse:
    http = {LoginRefused: 422, SecondFactorNeeded: 409, BankProblem: 503, InvalidCall: 500}.get(type(exc), 502)
    return JsonResponse(
        {"error": type(exc).__name__, "flanks_code": exc.code, "flanks_status": exc.status, "detail": exc.error},
        status=http,
    )


@login_required
@require_GET
def link_callback(request: HttpRequest) -> JsonResponse:
    try:
        token = _client().exchange(request.GET["code"])
    except FlanksProblem as exc:
        return _refuse(exc)
    BankCredential.objects.create(
        client=request.user.client, token=token, state=BankCredential.State.ACTIVE
    )
    return JsonResponse({"linked": True})


@login_required
@require_POST
def direct_login(request: HttpRequest) -> JsonResponse:
    form = json.loads(request.body)
    try:
        token = _client().connect(form["bank"], form["username"], form["password"])
    except FlanksProblem as exc:
        return _refuse(exc)
    BankCredential.objects.create(client=request.user.client, token=token)
    return JsonResponse({"linked": True})
