"""Everything that an installation can set, read once and checked at start.

A value comes from the environment (`KANSENBODE_…`), else from `.env` in the data folder, else from here.
"""

import re
from pathlib import Path
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, Field, HttpUrl, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

PREFIX = "KANSENBODE_"


class SettingsError(Exception):
    """A setting is wrong. Each line names it and shows a right value."""


def _zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("it is no time zone")
    return name


def _ocid_prefix(prefix: str) -> str:
    if not re.fullmatch(r"ocds-[a-z0-9]{6}", prefix):
        raise ValueError("it is no OCID prefix")
    return prefix


class Settings(BaseSettings):
    """The settings of one installation, which serves one organisation."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    organisation: str = Field("Gemeente Waterdam", min_length=2, max_length=80, examples=["Gemeente Waterdam"])
    organisation_id: str = Field("GM9901", max_length=40, examples=["GM0344"])
    address: HttpUrl = Field(HttpUrl("http://127.0.0.1:8080"), examples=["https://kansen.waterdam.example"])
    zone: Annotated[str, AfterValidator(_zone)] = Field("Europe/Amsterdam", examples=["Europe/Amsterdam"])
    languages: tuple[str, ...] = Field(("nl", "en"), min_length=1, examples=['["nl","en"]'])
    ocid_prefix: Annotated[str, AfterValidator(_ocid_prefix)] = Field("ocds-xxxxxx", examples=["ocds-1a2b3c"])
    staff: str = Field("", max_length=254, examples=["nadia@waterdam.example"])
    privacy_contact: str = Field("privacy@waterdam.example", max_length=254, examples=["privacy@waterdam.example"])
    remind_days: int = Field(3, ge=1, le=90, examples=["3"])
    end_days: int = Field(14, ge=2, le=365, examples=["14"])
    transcript_days: int = Field(30, ge=1, le=3650, examples=["30"])
    message_days: int = Field(90, ge=1, le=3650, examples=["90"])
    interest_months: int = Field(12, ge=1, le=120, examples=["12"])
    backup_days: int = Field(30, ge=1, le=3650, examples=["30"])
    posts_per_minute: int = Field(60, ge=1, le=10_000, examples=["60"])
    behind_proxy: bool = Field(False, examples=["true"])

    @property
    def zone_info(self) -> ZoneInfo:
        """The zone in which people read times."""
        return ZoneInfo(self.zone)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Environment first, then `.env`; secrets come by `*_FILE`, read in `load`."""
        return init_settings, env_settings, dotenv_settings

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read and check the settings of a data folder; raises SettingsError with a line per fault."""
        try:
            return cls(_env_file=folder / ".env")  # type: ignore[call-arg]
        except ValidationError as error:
            raise SettingsError("\n".join(_fault(cls, dict(item)) for item in error.errors())) from None

    @classmethod
    def demo(cls, **values: Any) -> Self:
        """Make the settings of the demo: the defaults, whatever the environment says."""
        return cls.model_construct(**{name: field.default for name, field in cls.model_fields.items()} | values)


def _fault(settings: type[Settings], error: dict[str, Any]) -> str:
    name = str(error["loc"][0]).lower().removeprefix(PREFIX.lower())
    field = settings.model_fields.get(name)
    if field is None:
        return f"{PREFIX}{name.upper()} is not a setting; `kansenbode doctor` lists those there are."
    reason = str(error["msg"]).removeprefix("Value error, ").rstrip(".")
    right = f"{PREFIX}{name.upper()}={(field.examples or [''])[0]}"
    return f"{PREFIX}{name.upper()} is wrong: {reason}. A right value: {right}"
