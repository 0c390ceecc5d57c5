"""The domain of the site: records, languages, views and outputs. Knows no MkDocs and no clock."""
