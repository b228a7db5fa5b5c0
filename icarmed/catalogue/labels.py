"""What vaccines are called: by their brand, or by the words of a language when they have none."""

from icarmed.catalogue.schedules import products
from icarmed.domain.words import Words


def product_label(code: str, words: Words) -> str:
    """The name of a vaccine."""
    return products()[code].label or words.text(f"product.{code}")
