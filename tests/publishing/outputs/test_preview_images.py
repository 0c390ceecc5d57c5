"""The pictures of previews: what services show uncut, light, and the same in every build."""

import re
from io import BytesIO

import pytest
from PIL import Image

from publishing.outputs.preview_images import DRAWINGS, preview_images
from publishing.views import previews
from tests.sample_sites import PROJECT

_LIMIT = 40 * 1024


@pytest.fixture(scope="module")
def images():
    return preview_images()


def test_every_kind_of_page_has_its_picture_and_no_picture_is_left_over(images):
    assert sorted(images) == sorted(f"{name}.png" for name in previews.DRAWINGS)


def test_no_two_kinds_look_the_same(images):
    assert len(set(images.values())) == len(DRAWINGS)


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_picture_has_the_size_its_pages_name_and_is_light(images, name):
    content = images[f"{name}.png"]
    picture = Image.open(BytesIO(content))
    assert (picture.format, picture.size) == ("PNG", (previews.WIDTH, previews.HEIGHT))
    assert len(content) <= _LIMIT


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_picture_has_the_sites_own_colour_and_its_white_houses(images, name):
    style = (PROJECT / "docs/assets/site.css").read_text(encoding="utf-8")
    found = re.search(r"--accent: (#[0-9a-f]{6})", style)
    assert found
    picture = Image.open(BytesIO(images[f"{name}.png"])).convert("RGB")
    for place, wanted in (((5, 5), found.group(1)), ((260, 400), "#ffffff")):
        colour = picture.getpixel(place)
        assert isinstance(colour, tuple)
        # Few colours are left, so a tone may be off by a little.
        distances = zip(colour, bytes.fromhex(wanted[1:]), strict=True)
        assert max(abs(one - other) for one, other in distances) <= 4, place


def test_drawing_again_gives_the_same_bytes(images):
    assert preview_images() == images
