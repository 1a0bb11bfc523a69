project = "oddly"
extensions = []
html_theme = "alabaster"
