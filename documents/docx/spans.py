"""The rows of a table whose cells may reach over several columns or rows."""

MOST_CELLS = 100_000
WIDEST, TALLEST = 50, 500


class Rows:
    """Each cell at its own column: those that another covers are empty, as they are on a page.

    under has the row and column of each that the cell above it covers.
    """

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.under: list[list[int]] = []
        self.covered: dict[int, int] = {}
        self.count = 0

    def begin(self) -> None:
        self._end()
        self.rows.append([])

    def add(self, text: str, across: int = 1, down: int = 1) -> None:
        """A cell of the last row; across and down count the columns and rows it reaches over."""
        if self.count > MOST_CELLS:
            across = down = 1
        row = self.rows[-1]
        self._skip_covered(row)
        for place in range(max(1, min(across, WIDEST))):
            if down > 1:
                self.covered[len(row)] = min(down, TALLEST) - 1
            row.append("" if place else text)
            self.count += 1

    def finished(self) -> list[list[str]]:
        self._end()
        return self.rows

    def _end(self) -> None:
        if not self.rows:
            return
        row = self.rows[-1]
        if not row and not self.covered:
            self.rows.pop()
            return
        for column in sorted(column for column in self.covered if column >= len(row)):
            row.extend([""] * (column - len(row)))
            self._skip_covered(row)

    def _skip_covered(self, row: list[str]) -> None:
        while len(row) in self.covered:
            column = len(row)
            self.covered[column] -= 1
            if not self.covered[column]:
                del self.covered[column]
            self.under.append([len(self.rows) - 1, column])
            row.append("")


def span(value: str | None) -> int:
    """What colspan or rowspan says: 1 where it is no number."""
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 5 else 1
