"""The brochure: a report in, its pages out."""
