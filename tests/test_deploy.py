"""What is shipped for containers fits together: versions, secrets, limits and deadlines."""

import re
from pathlib import Path

import pytest

from outreach.web.limits import BODY_LIMIT

ROOT = Path(__file__).parent.parent
COMPOSE = (ROOT / "compose.yaml").read_text("utf-8")
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
CADDYFILE = (ROOT / "docs" / "deploy" / "Caddyfile").read_text("utf-8")
SCRIPT = (ROOT / "docs" / "deploy" / "database.sql").read_text("utf-8")
FULL = re.compile(r"\S+(:v?\d+\.\d+(\.\d+)?(-[a-z]+)*|:\d+\.\d+-[a-z]+|@sha256:[0-9a-f]{64})$")
SECONDS = {"s": 1, "m": 60}


def blocks(section: str) -> dict[str, str]:
    """Return the entries of a section of the compose file, with all that is merged into them."""
    shared = dict(re.findall(r"^x-\S+: &(\S+)\n((?: .*\n|\n)+)", COMPOSE, re.MULTILINE))
    body = re.search(rf"^{section}:\n((?:  .*\n|\n)+)", COMPOSE, re.MULTILINE)
    assert body is not None
    entries = re.findall(r"^  (\w+):(?:\n|\s.*\n)((?:    .*\n|\n)*)", body[1], re.MULTILINE)
    return {name: merged(text, shared) for name, text in entries}


def merged(text: str, shared: dict[str, str]) -> str:
    for name in re.findall(r"<<: \*(\S+)", text):
        text += merged(shared.get(name, ""), shared)
    return text


SERVICES = blocks("services")


def listed(key: str, text: str) -> set[str]:
    """What stands in a list of a service, such as `secrets: [database]`."""
    lists = re.findall(rf"^ +{key}: \[(.*)\]$", text, re.MULTILINE)
    return {word.strip() for words in lists for word in words.split(",")}


def test_the_file_is_understood() -> None:
    assert set(SERVICES) == {"database", "web", "worker", "proxy"}


def test_pg_dump_of_the_image_copies_the_database_of_the_compose_file() -> None:
    [client] = re.findall(r"postgresql-client-(\d+)", DOCKERFILE)
    [server] = re.findall(r"image: postgres:(\d+)\.", COMPOSE)

    assert int(client) >= int(server)
    # Debian 13 has this client itself: another one wants a repository of its own, and a look at
    # this line.
    assert (client, re.findall(r"^FROM python:\S+-(\w+)", DOCKERFILE, re.MULTILINE)[-1]) == (
        "17",
        "trixie",
    )


def test_every_image_and_tool_has_a_full_version() -> None:
    images = re.findall(r"image: (\S+:\S+)", COMPOSE) + re.findall(
        r"^FROM (\S+)", DOCKERFILE, re.MULTILINE
    )

    assert len(images) == 4
    assert [image for image in images if FULL.match(image) is None] == []
    assert re.findall(r"pip install (?:--\S+ )*(\S+)", DOCKERFILE) == ["uv==0.13.9"]


@pytest.mark.parametrize("service", SERVICES)
def test_every_service_can_write_little_do_little_and_take_little(service: str) -> None:
    text = SERVICES[service]

    for line in ("read_only: true", "cap_drop: [ALL]", 'security_opt: ["no-new-privileges:true"]'):
        assert re.search(rf"^ +{re.escape(line)}$", text, re.MULTILINE), line
    for limit in (
        r"mem_limit: \d+[mg]",
        r"pids_limit: \d+",
        r"restart: unless-stopped",
        r"max-size: \d+m",
    ):
        assert re.search(limit, text), limit
    assert listed("cap_add", text) == ({"NET_BIND_SERVICE"} if service == "proxy" else set())
    assert listed("networks", text) <= {"store", "outside"}


@pytest.mark.parametrize("service", SERVICES)
def test_every_service_is_looked_after(service: str) -> None:
    of_image = "build: ." in SERVICES[service] and "HEALTHCHECK" in DOCKERFILE

    assert of_image or "healthcheck:" in SERVICES[service]


def test_the_proxy_does_not_reach_the_database_and_the_database_nobody() -> None:
    assert listed("networks", SERVICES["proxy"]) == {"outside"}
    assert listed("networks", SERVICES["database"]) == {"store"}
    assert blocks("networks")["store"].strip() == "internal: true"


def test_every_secret_that_is_used_is_there_and_is_made_by_the_guide() -> None:
    guide = COMPOSE.partition("\nname:")[0]
    used = {secret for text in SERVICES.values() for secret in listed("secrets", text)}
    read = set(re.findall(r"/run/secrets/(\w+)", COMPOSE + SCRIPT))

    assert used == set(blocks("secrets")) == read
    assert [secret for secret in used if not re.search(rf"\b{secret}\b", guide)] == []
    for text in SERVICES.values():
        assert set(re.findall(r"/run/secrets/(\w+)", text)) <= listed("secrets", text)


def test_files_that_are_mounted_exist() -> None:
    mounted = re.findall(r"- \./(\S+?):", COMPOSE)

    assert sorted(mounted) == ["docs/deploy/Caddyfile", "docs/deploy/database.sql"]
    assert [file for file in mounted if not (ROOT / file).exists()] == []


def test_the_user_of_the_database_is_the_one_of_the_address() -> None:
    assert "postgresql://kansenbode:%s@database/kansenbode" in COMPOSE
    assert "CREATE ROLE kansenbode LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE" in SCRIPT
    assert "CREATE DATABASE kansenbode OWNER kansenbode" in SCRIPT
    assert "POSTGRES_USER" not in COMPOSE


def test_the_database_notices_a_page_that_is_not_as_it_was_written() -> None:
    assert "POSTGRES_INITDB_ARGS: --data-checksums\n" in SERVICES["database"]


def test_the_proxy_has_deadlines_for_what_comes_in_and_none_for_streams() -> None:
    block = re.search(r"timeouts \{\n(.*?)\n\t+\}", CADDYFILE, re.DOTALL)
    assert block is not None
    deadlines = {
        name: int(number) * SECONDS[unit]
        for name, number, unit in re.findall(r"^\s+(\w+) (\d+)([sm])$", block[1], re.MULTILINE)
    }
    [most] = re.findall(r"max_size (\d+)KiB", CADDYFILE)

    assert deadlines == {"read_header": 5, "read_body": 10, "idle": 120}
    assert BODY_LIMIT < int(most) * 1024 <= 4 * BODY_LIMIT
    assert "flush_interval -1" in CADDYFILE
    assert CADDYFILE.count("{") == CADDYFILE.count("}")
    assert "/metrics /health" in CADDYFILE


def test_the_image_holds_nothing_that_only_developers_use() -> None:
    steps = re.findall(r"uv (?:sync|export) .*", DOCKERFILE)

    assert len(steps) == 3
    assert [step for step in steps if "--no-dev" not in step] == []


def test_the_image_says_what_is_in_it() -> None:
    assert "--format cyclonedx1.5 --output-file sbom.json" in DOCKERFILE
    assert "COPY --from=build /app/sbom.json" in DOCKERFILE
