"""A deck on an office's own template: texts in its placeholders, drawings in its content area."""
