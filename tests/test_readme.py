"""Run every command of the README, except the tests' own command, which `.ci/run` uses."""

import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
KANSENBODE = Path(sys.executable).with_name("kansenbode")
LASTING = ("demo", "serve")
ELSEWHERE = ("pip install uv", "uv run pytest")


def commands(readme: str) -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / readme).read_text("utf-8"), re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line]


def test_readme_has_a_dutch_twin_with_the_same_commands() -> None:
    english, dutch = commands("README.md"), commands("README.nl.md")

    assert english == dutch


def test_ci_runs_the_readmes_test_command() -> None:
    assert "uv run pytest" in commands("README.md")
    assert "README.md" in (ROOT / ".ci/run").read_text("utf-8")


def test_readme_commands_work_one_after_the_other(tmp_path: Path) -> None:
    for command in commands("README.md"):
        if command in ELSEWHERE:
            continue
        words = split(command)
        if words[0] in LASTING:
            answers(words, tmp_path)
        else:
            done = subprocess.run(
                [KANSENBODE, *words],
                cwd=tmp_path,
                capture_output=True,
                text=True,
                timeout=60,
                input="",
                check=False,
            )
            # The doctor may find something to mend; all others must succeed.
            assert done.returncode == 0 or words[0] == "doctor", (
                f"{command}: {done.stdout}{done.stderr}"
            )
            assert "Traceback" not in done.stderr


def split(command: str) -> list[str]:
    prefix, _, rest = command.partition("uv run kansenbode ")
    if prefix or not rest:
        pytest.fail(f"the README has a command that no test runs: {command}")
    return [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', rest)]


def answers(words: list[str], folder: Path) -> None:
    """Start what goes on until it is stopped, and wait until it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [KANSENBODE, *words, "--port", str(port)], cwd=folder, stdout=subprocess.DEVNULL
    )
    try:
        assert is_up(f"http://127.0.0.1:{port}/health", seconds=30)
    finally:
        server.terminate()
        assert server.wait(15) in (0, -15, 130, 143)


def is_up(url: str, seconds: int) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:
                return bool(answer.status == 200)
        except OSError:
            time.sleep(0.2)
    return False
