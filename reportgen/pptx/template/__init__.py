"""A deck written onto the package of an office's own template."""
