from .banco import LinkOutcome, VinculoBancario

__all__ = ["LinkOutcome", "VinculoBancario"]
