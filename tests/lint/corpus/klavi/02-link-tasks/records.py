import json
import pathlib
from dataclasses import asdict, dataclass, field

FOLDER = pathlib.Path("links")


@dataclass
class Link:
    id: int
    cpf: str
    institution: str
    credentials: dict = field(default_factory=dict)
    connection_key: str = ""
    auto_update: bool = False
    error: str = ""

    @classmethod
    def load(cls, link_id: int) -> "Link":
        return cls(**json.loads((FOLDER / f"{link_id}.json").read_text()))

    def save(self) -> None:
        (FOLDER / f"{self.id}.json").write_text(json.dumps(asdict(self)))
