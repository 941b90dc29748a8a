import sys

from debts import debt_reader, describe
from result import fold


def main(argv: list[str]) -> int:
    read = debt_reader(argv[1])
    result = read(argv[2], argv[3])
    print(fold(result, lambda found: f"{found['rows']} debts, {found['total']} CLP", describe))
    return fold(result, lambda _: 0, lambda _: 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv))
