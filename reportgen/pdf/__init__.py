"""Sheets in, PDF bytes out; decides no position."""
