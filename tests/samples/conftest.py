from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of real papers beside the checkout."""
    if not SAMPLES.is_dir():
        pytest.skip("the folder of sample papers, ../shared/samples, is absent")
    return SAMPLES
