"""Building blocks of a page, each a function from content and a width to a frame."""
