from django.conf import settings

KHIPU_HOST = getattr(settings, "KHIPU_HOST", "https://api.khipu.com")
KHIPU_API_KEY = settings.KHIPU_API_KEY
KHIPU_TIMEOUT = getattr(settings, "KHIPU_TIMEOUT", 120)

# pauses before a feed is fetched again, by kind of problem
PAUSES = {
    "HICCUP": getattr(settings, "KHIPU_PAUSE_HICCUP", 5),
    "REPAIR": getattr(settings, "KHIPU_PAUSE_REPAIR", 4 * 60),
}
MAX_HICCUPS = 4
MAX_REPAIRS = 6
