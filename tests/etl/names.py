"""A recogniser of its own for tests of what is made of names: it finds just these."""

from pathlib import Path

import spacy

from presswatch.settings import EntitySettings

NAMES = {
    "PERSON": ("Ilse Vermaat", "Mara Vermaat", "Vermaat"),
    "GPE": ("Hamburg", "Oslo", "Rotterdam", "United Kingdom", "UK", "Britain"),
}


def recognising(folder: Path) -> EntitySettings:
    """The setting that names that recogniser."""
    model = folder / "names"
    if not model.is_dir():
        pipeline = spacy.blank("en")
        patterns = [
            {"label": label, "pattern": name} for label, names in NAMES.items() for name in names
        ]
        pipeline.add_pipe("entity_ruler").add_patterns(patterns)
        pipeline.to_disk(model)
    return EntitySettings(model=str(model))
