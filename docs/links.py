"""For MkDocs: a link to a file outside of docs/ leads to the repository instead, since the site does not hold it."""

import posixpath
import re

LINK = re.compile(r"\]\((\.\./[^)\s#]+)([^)\s]*)\)")


def on_page_markdown(markdown, page, config, files):
    folder = posixpath.dirname(page.file.src_uri)

    def target(match):
        path = posixpath.normpath(posixpath.join("docs", folder, match[1]))
        if path.startswith("docs/"):
            return match[0]
        return f"]({config.repo_url.rstrip('/')}/blob/main/{path}{match[2]})"

    return LINK.sub(target, markdown)
