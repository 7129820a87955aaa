"""Story in, sheets out: every position of every page and slide is decided here and nowhere later."""
