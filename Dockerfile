# Kansenbode as a small image that runs as nobody in particular, with a list of what is in it: /app/sbom.json.
FROM python:3.11.15-slim-trixie AS build
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PROJECT_ENVIRONMENT=/app/.venv
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /app
COPY pyproject.toml README.md LICENSE ./
RUN uv sync --no-dev --no-install-project \
    && uv export --quiet --frozen --no-dev --preview-features sbom-export --format cyclonedx1.5 --output-file sbom.json
COPY main.py ./
COPY bot ./bot
COPY content ./content
COPY outreach ./outreach
RUN uv sync --no-dev --no-editable

FROM python:3.11.15-slim-trixie
# pg_dump makes the daily backup, and copies no server that is newer: its version is that of the newest one we name.
RUN apt-get update && apt-get install -y --no-install-recommends postgresql-client-17 && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --no-create-home --home-dir /data kansenbode \
    && install -d -o 10001 -g 10001 /data
COPY --from=build /app/.venv /app/.venv
COPY --from=build /app/sbom.json /app/sbom.json
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 KANSENBODE_DATA=/data PORT=8080
USER 10001
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/health', timeout=4)"]
ENTRYPOINT ["kansenbode"]
CMD ["serve", "--host", "0.0.0.0"]
