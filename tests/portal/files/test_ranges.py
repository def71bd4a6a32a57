import pytest

from portal.files.ranges import ByteRange, Unsatisfiable, byte_range


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("bytes=0-0", ByteRange(0, 0)),
        ("bytes=2-5", ByteRange(2, 5)),
        ("bytes=2-", ByteRange(2, 9)),
        ("bytes=2-99", ByteRange(2, 9)),
        ("bytes=-3", ByteRange(7, 9)),
        ("bytes=-30", ByteRange(0, 9)),
    ],
)
def test_range_of_ten_bytes(header: str, expected: ByteRange) -> None:
    assert byte_range(header, 10) == expected


ENDLESS = "9" * 5000  # more digits than Python turns into a number


@pytest.mark.parametrize(
    "header",
    [
        *("", "bytes=", "bytes=-", "bytes=5-2", "bytes=0-1,4-5", "lines=1-2", "bytes=a-b"),
        *(f"bytes={ENDLESS}-", f"bytes=-{ENDLESS}", f"bytes=0-{ENDLESS}"),
    ],
)
def test_range_that_is_passed_over(header: str) -> None:
    assert byte_range(header, 10) is None


@pytest.mark.parametrize("header", ["bytes=10-", "bytes=99-100", "bytes=-0"])
def test_range_outside_the_file(header: str) -> None:
    with pytest.raises(Unsatisfiable):
        byte_range(header, 10)
