"""Pictures beside a report, read once for all outputs: which kind, how large, upright, in which colours."""
