"""Writes distributions as no build backend would: `[{name, metadata, wheel, sdist, tree}, ...]` and a folder in, paths out."""
import base64
import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile
import zipfile

given = json.load(sys.stdin)
root = given["folder"]
INFO = "attrsx-1.2.3.dist-info"


def write_wheel(path, files):
    record = []
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            data = text.encode()
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            record.append(f"{name},sha256={digest},{len(data)}")
            archive.writestr(name, data)
        archive.writestr(f"{INFO}/RECORD", "\n".join([*record, f"{INFO}/RECORD,,", ""]))


def write_sdist(path, files):
    with tarfile.open(path, "w:gz") as archive:
        for name, text in files.items():
            data = text.encode()
            entry = tarfile.TarInfo(f"attrsx-1.2.3/{name}")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))


answer = []
for spec in given["projects"]:
    folder = os.path.join(root, spec["name"].replace(" ", "-"))
    tree, dist = os.path.join(folder, "tree"), os.path.join(folder, "dist")
    os.makedirs(dist)
    for name, text in spec["tree"].items():
        path = os.path.join(tree, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
    sdist, wheel = f"{dist}/attrsx-1.2.3.tar.gz", f"{dist}/attrsx-1.2.3-py3-none-any.whl"
    write_sdist(sdist, {"PKG-INFO": spec["metadata"], **spec["sdist"]})
    tags = "Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    write_wheel(wheel, {**spec["wheel"], f"{INFO}/METADATA": spec["metadata"], f"{INFO}/WHEEL": tags})
    answer.append({"name": spec["name"], "sdist": sdist, "wheel": wheel, "tree": tree})
for project in [*answer, *given["real"]]:
    for arguments in (["init", "--quiet"], ["add", "--all", "--force"]):
        subprocess.run(["git", *arguments], cwd=project["tree"], check=True)
json.dump([*given["real"], *answer], sys.stdout)
