"""Every output, one record each: the command line, ``build``, the library and the README's tables follow."""

from reportgen.products.booklets import BOOKLETS
from reportgen.products.brochure import OFFICE_BROCHURE, PRESS_BROCHURE, SCREEN_BROCHURE
from reportgen.products.deck import DECK, SPEAKER_DECK
from reportgen.products.handouts import FACT_SHEET, NOTES
from reportgen.products.product import Products

PRODUCTS: Products = (
    SCREEN_BROCHURE,
    PRESS_BROCHURE,
    OFFICE_BROCHURE,
    *BOOKLETS,
    DECK,
    SPEAKER_DECK,
    NOTES,
    FACT_SHEET,
)

__all__ = ["PRODUCTS"]
