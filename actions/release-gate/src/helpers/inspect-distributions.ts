/**
 * A Python program that lists what is in the sdist and the wheel of a folder, as JSON in a file:
 * `inspect-distributions FOLDER FILE`. Nothing is unpacked and nothing of it is run.
 */
export const INSPECT_DISTRIBUTIONS = `
import hashlib, json, os, sys, tarfile, zipfile

folder, result = sys.argv[1:3]
TEXTS = ('METADATA', 'WHEEL', 'RECORD', 'entry_points.txt', 'top_level.txt')
LIMIT = 4 * 1024 * 1024

def text(data):
    return data.decode('utf-8', 'replace')

def common(path):
    with open(path, 'rb') as file:
        data = file.read()
    return {'path': path, 'filename': os.path.basename(path), 'size': len(data),
            'sha256': hashlib.sha256(data).hexdigest()}

def wheel(path):
    files, texts = [], {}
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            if entry.is_dir():
                continue
            digest = hashlib.sha256()
            with archive.open(entry) as stream:
                for block in iter(lambda: stream.read(1 << 20), b''):
                    digest.update(block)
            files.append({'path': entry.filename, 'size': entry.file_size, 'sha256': digest.hexdigest()})
            parent, _, name = entry.filename.rpartition('/')
            if parent.endswith('.dist-info') and parent.count('/') == 0 and name in TEXTS and entry.file_size < LIMIT:
                texts[name] = text(archive.read(entry))
    return {**common(path), 'files': files, 'texts': texts}

def sdist(path):
    files, texts = [], {}
    with tarfile.open(path) as archive:
        for entry in archive:
            if entry.isdir():
                continue
            root, _, name = entry.name.partition('/')
            kind = 'file' if entry.isfile() else 'link' if entry.issym() or entry.islnk() else 'other'
            digest = hashlib.sha256()
            data = archive.extractfile(entry) if entry.isfile() else None
            if data is not None:
                for block in iter(lambda: data.read(1 << 20), b''):
                    digest.update(block)
            files.append({'path': name, 'size': entry.size, 'sha256': digest.hexdigest(), 'kind': kind, 'root': root})
            if name == 'PKG-INFO' and entry.isfile() and entry.size < LIMIT:
                texts[name] = text(archive.extractfile(entry).read())
    return {**common(path), 'files': files, 'texts': texts}

found = sorted(os.listdir(folder))
answer = {
    'sdists': [sdist(os.path.join(folder, name)) for name in found if name.endswith('.tar.gz')],
    'wheels': [wheel(os.path.join(folder, name)) for name in found if name.endswith('.whl')],
}
with open(result, 'w', encoding='utf-8') as file:
    json.dump(answer, file)
`;
