"""Report in, editorial decisions out: what is shown, in which order and in which words. It knows no geometry."""
