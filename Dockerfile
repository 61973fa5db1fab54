# Kansenbode as a small image that runs as nobody in particular.
FROM python:3.11-slim-bookworm AS build
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PROJECT_ENVIRONMENT=/app/.venv
RUN pip install --no-cache-dir uv
WORKDIR /app
COPY pyproject.toml README.md LICENSE ./
RUN uv sync --no-dev --no-install-project
COPY main.py ./
COPY bot ./bot
COPY content ./content
COPY outreach ./outreach
RUN uv sync --no-dev --no-editable

FROM python:3.11-slim-bookworm
# pg_dump makes the daily backup; it must not be older than the server, so a newer server wants a newer client.
RUN apt-get update && apt-get install -y --no-install-recommends postgresql-client && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --no-create-home --home-dir /data kansenbode \
    && install -d -o 10001 -g 10001 /data
COPY --from=build /app/.venv /app/.venv
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 KANSENBODE_DATA=/data PORT=8080
USER 10001
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/health', timeout=4)"]
ENTRYPOINT ["kansenbode"]
CMD ["serve", "--host", "0.0.0.0"]
