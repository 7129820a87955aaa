"""Our own deck: one module for each kind of slide, and the parts slides are composed of."""
