"""Certificates for tests of TLS, made by openssl."""

import shutil
import subprocess
from pathlib import Path

import pytest


def make_certificate(file: Path, name: str) -> Path:
    """Make one of our own for a name, such as `IP:127.0.0.1`, with its key in the same file."""
    tool = shutil.which("openssl")
    if tool is None:
        pytest.skip("openssl makes the certificate")
    only = file.with_suffix(".only")
    wanted = "-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    named = ["-subj", "/CN=test.example", "-addext", f"subjectAltName={name}"]
    subprocess.run(
        [tool, "req", *wanted.split(), *named, "-keyout", str(file), "-out", str(only)],
        check=True,
        capture_output=True,
    )
    file.write_bytes(file.read_bytes() + only.read_bytes())
    return file
