from flanks import FlanksHttp
from onboarding import finish


def make_client(base_url: str) -> FlanksHttp:
    return FlanksHttp("tok", base_url=base_url)


def call(client: FlanksHttp):
    return finish(client, 7, "link-code")
