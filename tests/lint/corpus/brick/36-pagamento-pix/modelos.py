from typing import Optional

from pydantic import BaseModel, ConfigDict


class CorpoErro(BaseModel):
    model_config = ConfigDict(extra="ignore")

    code: Optional[str] = None
    title: Optional[str] = None
    detail: Optional[str] = None
    error: Optional[str] = None
    error_description: Optional[str] = None
    message: Optional[str] = None

    @property
    def texto(self) -> str:
        return self.detail or self.title or self.error_description or self.message or "sem detalhe"


class Pagamento(BaseModel):
    payment_id: str
    status: str


class AguardandoAlcadas(BaseModel):
    """Faltam aprovações; consulte o consentimento, não reenvie o pagamento."""

    consent_id: str
    codigo: str
