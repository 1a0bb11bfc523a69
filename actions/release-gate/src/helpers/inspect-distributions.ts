/**
 * A Python program that lists what is in the sdist and the wheel of a folder, as JSON in a file:
 * `inspect-distributions FOLDER FILE TREE`. Nothing is unpacked and nothing of it is run. Of what is in the files it tells
 * where secrets of a known shape stand, and where the path of the folder does that was built in.
 */
export const INSPECT_DISTRIBUTIONS = `
import hashlib, json, os, re, sys, tarfile, zipfile

folder, result, tree = sys.argv[1:4]
TEXTS = ('METADATA', 'WHEEL', 'RECORD', 'entry_points.txt', 'top_level.txt')
LIMIT = 4 * 1024 * 1024

def text(data):
    return data.decode('utf-8', 'replace')

# Each by a word that must be there before the slower pattern is asked. A token within a longer run of letters is none.
SECRETS = [
    ('a PyPI token', b'pypi-AgE', rb'pypi-AgE[IN][A-Za-z0-9_-]{70,}'),
    ('a GitHub token', b'gh', rb'gh[pousr]_[A-Za-z0-9]{36}'),
    ('a GitHub token', b'github_pat_', rb'github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}'),
    ('a GitLab token', b'glpat-', rb'glpat-[A-Za-z0-9_-]{20}'),
    ('an npm token', b'npm_', rb'npm_[A-Za-z0-9]{36}'),
    ('an AWS access key', b'AKIA', rb'AKIA(?![0-9A-Z]{9}EXAMPLE)[0-9A-Z]{16}'),
    ('a Stripe key', b'sk_live_', rb'sk_live_[0-9a-zA-Z]{24,}'),
    ('a private key', b'PRIVATE KEY-----', rb'-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----(?:[ -~]*[\\r\\n]+){1,6}?[A-Za-z0-9+/]{40}'),
]
SECRETS = [(kind, word, re.compile(rb'(?<![A-Za-z0-9+/=_-])' + pattern + rb'(?![A-Za-z0-9+/=_-])' if kind != 'a private key' else pattern)) for kind, word, pattern in SECRETS]
SCANNED = 2 * 1024 * 1024
# The wheel is built where build unpacks the sdist.
HERE = [os.fsencode(tree), b'/build-via-sdist-']

def marks(path, data):
    found = []
    def tell(kind, at):
        found.append({'path': path, 'kind': kind, 'line': data.count(b'\\n', 0, at) + 1})
    for kind, word, pattern in SECRETS:
        match = pattern.search(data) if word in data else None
        if match:
            tell(kind, match.start())
    for here in HERE:
        if here in data:
            tell('build path', data.index(here))
            break
    return found

def common(path):
    with open(path, 'rb') as file:
        data = file.read()
    return {'path': path, 'filename': os.path.basename(path), 'size': len(data),
            'sha256': hashlib.sha256(data).hexdigest()}

def wheel(path):
    files, texts, marked = [], {}, []
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            if entry.is_dir():
                continue
            digest = hashlib.sha256()
            with archive.open(entry) as stream:
                for block in iter(lambda: stream.read(1 << 20), b''):
                    digest.update(block)
            files.append({'path': entry.filename, 'size': entry.file_size, 'sha256': digest.hexdigest()})
            if entry.file_size <= SCANNED:
                marked += marks(entry.filename, archive.read(entry))
            parent, _, name = entry.filename.rpartition('/')
            if parent.endswith('.dist-info') and parent.count('/') == 0 and name in TEXTS and entry.file_size < LIMIT:
                texts[name] = text(archive.read(entry))
    return {**common(path), 'files': files, 'texts': texts, 'marks': marked}

def sdist(path):
    files, texts, marked = [], {}, []
    with tarfile.open(path) as archive:
        for entry in archive:
            if entry.isdir():
                continue
            root, _, name = entry.name.partition('/')
            kind = 'file' if entry.isfile() else 'link' if entry.issym() or entry.islnk() else 'other'
            digest = hashlib.sha256()
            data = archive.extractfile(entry) if entry.isfile() else None
            if data is not None and entry.size <= SCANNED:
                content = data.read()
                digest.update(content)
                marked += marks(name, content)
            elif data is not None:
                for block in iter(lambda: data.read(1 << 20), b''):
                    digest.update(block)
            files.append({'path': name, 'size': entry.size, 'sha256': digest.hexdigest(), 'kind': kind, 'root': root})
            if name == 'PKG-INFO' and entry.isfile() and entry.size < LIMIT:
                texts[name] = text(archive.extractfile(entry).read())
    return {**common(path), 'files': files, 'texts': texts, 'marks': marked}

found = sorted(os.listdir(folder))
answer = {
    'sdists': [sdist(os.path.join(folder, name)) for name in found if name.endswith('.tar.gz')],
    'wheels': [wheel(os.path.join(folder, name)) for name in found if name.endswith('.whl')],
}
with open(result, 'w', encoding='utf-8') as file:
    json.dump(answer, file)
`;
