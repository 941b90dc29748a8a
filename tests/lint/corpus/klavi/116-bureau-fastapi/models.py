from pydantic import BaseModel, Field


class CollectRequest(BaseModel):
    cpf: str
    institution: str
    login: str
    password: str


class Transaction(BaseModel):
    id: str
    amount: float


class StoredReport(BaseModel):
    cpf: str
    status: str
    accounts: list[dict] = Field(default_factory=list)
    transactions: list[Transaction] = Field(default_factory=list)

    @property
    def monthly_income(self) -> float:
        return sum(t.amount for t in self.transactions if t.amount > 0)
