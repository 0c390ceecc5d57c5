"""From a release of the source data to record files, with a list of what changed."""
