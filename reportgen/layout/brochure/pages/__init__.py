"""One module per page kind: a page specification in, a sheet out."""
