"""Link callback: the browser comes back from Flanks Link with a code."""
from __future__ import annotations

import json

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from exceptions import FlanksError, UnderReview
from flanks_client import FlanksClient


@csrf_exempt
@require_POST
def link_callback(request: HttpRequest) -> JsonResponse:
    code = json.loads(request.body).get("code", "")
    client = FlanksClient(settings.FLANKS_TOKEN, settings.FLANKS_URL)
    try:
        token = client.exchange(code)
    except UnderReview as exc:
        return JsonResponse(
            {"state": "under-review", "token": exc.body.get("credentials_token"), "code": exc.code}, status=202
        )
    except FlanksError as exc:
        return JsonResponse({"state": "failed", "status": exc.status, "code": exc.code}, status=502)
    return JsonResponse({"state": "linked", "token": token})
