import attrs
import requests


@attrs.frozen
class Reply:
    code: int = attrs.field(converter=int)
    message: str = ""

    @classmethod
    def of(cls, response: requests.Response) -> "Reply":
        doc = response.json()
        return cls(**{f.name: doc[f.name] for f in attrs.fields(cls) if f.name in doc})


class KlaviGateway:
    def __init__(self, base_url, token):
        self.base_url = base_url.rstrip("/")
        self.session = requests.Session()
        self.session.headers["Authorization"] = "Bearer " + token

    def connect(self, link):
        return Reply.of(
            self.session.post(
                f"{self.base_url}/open/v1/connections/{link.id}/login",
                json={"cpf": link.cpf},
                timeout=60,
            )
        )
