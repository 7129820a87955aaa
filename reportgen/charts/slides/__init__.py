"""Charts as slides show them: type of the slide's sizes, title and legend left to the slide."""
