/**
 * A Python program that prints a fingerprint of a folder: `fingerprint FOLDER`. Names, sizes, times and links of all files
 * but bytecode, which is made by whoever imports: so it is told whether anything was added, taken away or written to.
 */
export const FINGERPRINT = `
import hashlib, os, sys

folder = sys.argv[1]
whole = hashlib.sha256()
for parent, folders, files in os.walk(folder):
    folders[:] = sorted(name for name in folders if name != '__pycache__')
    whole.update(os.fsencode(os.path.relpath(parent, folder)) + b'\\0')
    for name in sorted(files):
        if name in ('pymaint.json', 'pymaint-report.json'):
            continue
        path = os.path.join(parent, name)
        found = os.lstat(path)
        link = os.readlink(path) if os.path.islink(path) else ''
        whole.update(os.fsencode('%s\\0%d\\0%d\\0%s\\0' % (name, found.st_size, int(found.st_mtime), link)))
print(whole.hexdigest())
`;
