"""The best one-to-one assignment between two lists."""

from collections.abc import Sequence


def best_pairs(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column), each at most once, with the largest sum of weights, without those of weight 0 or less."""
    rows, columns = len(weights), max((len(row) for row in weights), default=0)
    if not rows or not columns:
        return []
    if rows > columns:
        turned = [[weights[i][j] for i in range(rows)] for j in range(columns)]
        return sorted((i, j) for j, i in best_pairs(turned))
    column_of = _cheapest([[-max(weight, 0.0) for weight in row] for row in weights])
    return [(i, j) for i, j in enumerate(column_of) if weights[i][j] > 0]


def _cheapest(costs: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row, by shortest augmenting paths (Hungarian method); not more rows than columns."""
    rows, columns = len(costs), len(costs[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_at, came_from = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_at[0], here = row, 0
        slack, done = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while row_at[here]:
            done[here] = True
            at, step, following = row_at[here], float("inf"), 0
            for column in range(1, columns + 1):
                if done[column]:
                    continue
                reduced = costs[at - 1][column - 1] - row_price[at] - column_price[column]
                if reduced < slack[column]:
                    slack[column], came_from[column] = reduced, here
                if slack[column] < step:
                    step, following = slack[column], column
            for column in range(columns + 1):
                if done[column]:
                    row_price[row_at[column]] += step
                    column_price[column] -= step
                else:
                    slack[column] -= step
            here = following
        while here:
            row_at[here] = row_at[came_from[here]]
            here = came_from[here]
    column_of = [0] * rows
    for column in range(1, columns + 1):
        if row_at[column]:
            column_of[row_at[column] - 1] = column - 1
    return column_of
