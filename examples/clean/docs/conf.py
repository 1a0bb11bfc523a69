from importlib.metadata import version as installed_version

project = "evenly"
author = "The evenly authors"
release = version = installed_version("evenly")
extensions = ["sphinx.ext.autodoc"]
html_theme = "alabaster"
