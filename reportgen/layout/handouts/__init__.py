"""The handouts on office paper: the slides with the speaker's words, and the fact sheet."""
