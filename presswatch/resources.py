"""Where the files of `data/` and `.streamlit/` are: beside the packages in a checkout, inside
`presswatch/` in an installed wheel."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent


def data(name: str) -> Path:
    """The file or folder of `data/` with this name."""
    return _first(_PACKAGE / "data" / name, _CHECKOUT / "data" / name)


def streamlit_config() -> Path:
    """The server settings and theme that `presswatch dashboard` passes on."""
    return _first(_PACKAGE / "streamlit" / "config.toml", _CHECKOUT / ".streamlit" / "config.toml")


def sample_generator() -> ModuleType:
    """The package `data/sample`, which has no name of its own to be imported by."""
    name = "presswatch_sample"
    if name not in sys.modules:
        folder = data("sample")
        spec = importlib.util.spec_from_file_location(
            name, folder / "__init__.py", submodule_search_locations=[str(folder)]
        )
        if spec is None or spec.loader is None:
            raise FileNotFoundError(folder)
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


def _first(packaged: Path, checkout: Path) -> Path:
    return packaged if packaged.exists() else checkout
