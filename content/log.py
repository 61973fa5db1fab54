"""The program's own log: on standard error, because standard output is for what a command was asked to show."""

import sys

import structlog

structlog.configure(logger_factory=lambda *_: structlog.PrintLogger(sys.stderr))
log = structlog.get_logger()
