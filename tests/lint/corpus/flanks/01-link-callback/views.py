import logging

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from flanks_service import FlanksError, FlanksService
from models import BankLink

logger = logging.getLogger(__name__)


@login_required
@require_GET
def link_callback(request: HttpRequest) -> JsonResponse:
    code = request.GET.get("code")
    if not code:
        return JsonResponse({"detail": "code is missing"}, status=400)

    service = FlanksService(settings.FLANKS_ACCESS_TOKEN, settings.FLANKS_BASE_URL)
    try:
        linked = service.exchange_code(code)
    except FlanksError as exc:
        logger.exception("link exchange failed for user %s", request.user.pk)
        return JsonResponse(
            {"detail": exc.error, "flanks_error_code": exc.error_code, "flanks_status": exc.status},
            status=502,
        )

    BankLink.objects.update_or_create(
        user=request.user,
        defaults={
            "token": linked.credentials_token,
            "state": BankLink.UNDER_REVIEW if linked.under_review else BankLink.ACTIVE,
        },
    )
    return JsonResponse({"under_review": linked.under_review}, status=202 if linked.under_review else 200)
