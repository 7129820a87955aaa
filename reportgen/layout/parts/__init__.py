"""What every product is laid out with: frames, the typesetter, tags, ornaments, numerals and callouts."""
