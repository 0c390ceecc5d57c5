"""News items and events for the tests of outputs: those of the views."""

from tests.publishing.views.conftest import a_news, an_event

# Fixtures that come from elsewhere count as used.
__all__ = ["a_news", "an_event"]
