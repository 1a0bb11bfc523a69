/** A build backend of the project's own, so that nothing is fetched: it runs this first, then builds what `files` say. */
export const backend = (
  before: string,
  { sdist = true, wheel = true }: { readonly sdist?: boolean; readonly wheel?: boolean } = {},
): string => `import io, os, subprocess, sys, tarfile, time, zipfile

METADATA = "Metadata-Version: 2.1\\nName: odd\\nVersion: 1.0\\n"

def prepare():
${before
  .split('\n')
  .map((line) => `    ${line}`)
  .join('\n')}
    pass

def get_requires_for_build_sdist(config_settings=None):
    return []

def get_requires_for_build_wheel(config_settings=None):
    return []

def build_sdist(folder, config_settings=None):
    prepare()
    if not ${sdist ? 'True' : 'False'}:
        open(os.path.join(folder, "odd-1.0.tar.gz"), "wb").write(b"no archive")
        return "odd-1.0.tar.gz"
    with tarfile.open(os.path.join(folder, "odd-1.0.tar.gz"), "w:gz") as tar:
        for name in ["pyproject.toml", "backend.py", "odd.py"]:
            tar.add(name, "odd-1.0/" + name)
        data = METADATA.encode()
        info = tarfile.TarInfo("odd-1.0/PKG-INFO")
        info.size = len(data)
        tar.addfile(info, io.BytesIO(data))
    return "odd-1.0.tar.gz"

def build_wheel(folder, config_settings=None, metadata_directory=None):
    name = "odd-1.0-py3-none-any.whl"
    if not ${wheel ? 'True' : 'False'}:
        open(os.path.join(folder, name), "wb").write(b"no archive")
        return name
    with zipfile.ZipFile(os.path.join(folder, name), "w") as wheel:
        wheel.writestr("odd.py", open("odd.py").read())
        wheel.writestr("odd-1.0.dist-info/METADATA", METADATA)
        wheel.writestr("odd-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\\nGenerator: odd\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr("odd-1.0.dist-info/RECORD", "odd.py,,\\nodd-1.0.dist-info/METADATA,,\\nodd-1.0.dist-info/WHEEL,,\\nodd-1.0.dist-info/RECORD,,\\n")
    return name
`;

/** pyproject.toml of a project that is built by `backend`. */
export const PYPROJECT = `[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "odd"
version = "1.0"
`;
