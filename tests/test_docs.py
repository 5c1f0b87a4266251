"""Everything that a person can name is documented: commands, options, settings, tables, reasons."""

import re

import click
import duckdb
import pytest
from pydantic import BaseModel

from dashboard.reasons import REASONS, Explained
from etl.document import Reason
from etl.intake.columns import FIELDS
from etl.warehouse.store import sql
from presswatch.cli import commands
from presswatch.settings import Settings
from tests.conftest import ROOT

CONFIGURATION = (ROOT / "docs/configuration.md").read_text("utf-8")
SETTINGS, TABLES = CONFIGURATION.split("## Commands")[0].split("## Tables")
SCHEMA = (ROOT / "docs/schema.md").read_text("utf-8")
SHARED = {"--store", "--config", "--help", "-h"}


def rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("| ")]


def settings(model: type[BaseModel], prefix: str = "") -> list[str]:
    """The dotted name of every setting."""
    names = []
    for name, field in model.model_fields.items():
        inner = re.search(r"presswatch\.settings\.(\w+)", str(field.annotation))
        owner = (
            getattr(__import__("presswatch.settings", fromlist=["x"]), inner[1]) if inner else None
        )
        if owner is not None and issubclass(owner, BaseModel):
            names += settings(owner, f"{prefix}{name}.")
        else:
            names.append(prefix + name)
    return names


@pytest.mark.parametrize("command", commands.commands.values(), ids=commands.commands)
def test_a_command_is_documented_with_its_options(command: click.Command) -> None:
    begins = re.compile(rf"\| `presswatch {command.name}[` ]")
    described = [row for row in rows(CONFIGURATION) if begins.match(row)]
    assert len(described) == 1
    within = command.commands.values() if isinstance(command, click.Group) else ()
    options = {
        option
        for one in (command, *within)
        for parameter in one.params
        for option in parameter.opts
    }
    assert {one.name for one in within} <= set(re.findall(r"\w+", described[0]))
    words = set(re.findall(r"--[\w-]+", described[0]))
    if "same filters" in described[0]:
        [metric] = [row for row in rows(CONFIGURATION) if "`presswatch metric" in row]
        words |= set(re.findall(r"--[\w-]+", metric))
    assert {one for one in options if one.startswith("--")} - SHARED <= words


@pytest.mark.parametrize("name", settings(Settings))
def test_a_setting_is_documented(name: str) -> None:
    assert len([row for row in rows(SETTINGS) if row.startswith(f"| `{name}` |")]) == 1


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_of_tables_is_documented(name: str) -> None:
    assert len([row for row in rows(TABLES) if row.startswith(f"| `{name}` |")]) == 1


@pytest.mark.parametrize("reason", Reason)
def test_a_reason_is_documented(reason: Reason) -> None:
    assert len([row for row in rows(SCHEMA) if row.startswith(f"| `{reason}` |")]) == 1


def test_the_dashboard_explains_reasons_in_the_words_of_the_schema() -> None:
    table = SCHEMA.split("| reason | what it means | what to do |")[1].split("\n## ")[0]
    cells = [[cell.strip() for cell in row.split("|")[1:4]] for row in rows(table)]
    written = {reason.strip("`"): Explained(*said) for reason, *said in cells}
    assert written == REASONS
    assert set(written) == set(Reason)


def test_every_table_and_column_is_documented() -> None:
    connection = duckdb.connect()
    connection.execute(sql("schema"))
    columns = connection.execute(
        "SELECT table_name, column_name FROM information_schema.columns"
    ).fetchall()
    assert len(columns) > 50
    said = set(re.findall(r"\w+", SCHEMA))
    assert [(table, name) for table, name in columns if not {table, name} <= said] == []
