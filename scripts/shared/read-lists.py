"""Prints the trove classifiers and the SPDX licences as JSON."""
import json

from packaging.licenses import _spdx
from trove_classifiers import deprecated_classifiers, sorted_classifiers

print(
    json.dumps(
        {
            "classifiers": sorted_classifiers,
            "deprecated": deprecated_classifiers,
            "spdx": _spdx.VERSION,
            "licenses": list(_spdx.LICENSES.values()),
            "exceptions": list(_spdx.EXCEPTIONS.values()),
        }
    )
)
