from .erros import AguardarMinutos, BrickErro, ServidorIndisponivel
from .servico import ConsentimentoServico
from .transporte import Transporte

__all__ = ["AguardarMinutos", "BrickErro", "ServidorIndisponivel", "ConsentimentoServico", "Transporte"]
