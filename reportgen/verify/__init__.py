"""Finished files read back: every figure of the report in every output, and every number that is nobody's."""
