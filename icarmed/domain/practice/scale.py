"""Counts of a published table made larger or smaller, still adding up."""

from collections.abc import Sequence


def scaled(count: int, people: int, published: int) -> int:
    """`count` times people / published, rounded half up."""
    return (2 * count * people + published) // (2 * published)


def apportioned(weights: Sequence[int], total: int) -> list[int]:
    """`total` shared out by largest remainder; whoever has a weight gets at least 1, whoever has none gets 0.

    Raises ValueError when there is not one for each.
    """
    whole = sum(weights)
    if total < sum(weight > 0 for weight in weights):
        msg = f"{total} is too few to share out"
        raise ValueError(msg)
    shares = [max(total * weight // whole, 1) if weight else 0 for weight in weights]
    by_remainder = sorted(
        (at for at, weight in enumerate(weights) if weight),
        key=lambda at: (shares[at] * whole - total * weights[at], at),
    )
    missing = total - sum(shares)
    for step in range(missing):
        shares[by_remainder[step % len(by_remainder)]] += 1
    for _ in range(-missing):
        # Those raised to 1 are paid for by whoever stands furthest above their share.
        above = [at for at in by_remainder if shares[at] > 1]
        shares[max(above, key=lambda at: (shares[at] * whole - total * weights[at], -at))] -= 1
    return shares
