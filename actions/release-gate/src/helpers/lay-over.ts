/**
 * A Python program that completes the packages of a source tree by what only the built wheel has (a version file that
 * the build writes, extension modules): `lay-over WHEEL FOLDER`. Pytest and Sphinx often put the source tree before the
 * installed packages, and would find half a package there. Nothing that is there is replaced.
 */
export const LAY_OVER = `
import collections, os, sys, zipfile

wheel, folder = sys.argv[1:3]
ROOTS = ['src', '', 'lib', 'python']

with zipfile.ZipFile(wheel) as archive:
    packages = collections.defaultdict(list)
    for name in archive.namelist():
        top, _, rest = name.partition('/')
        parts = rest.split('/')
        if rest and parts[-1] and '..' not in (top, *parts) and not top.endswith(('.dist-info', '.data')):
            packages[top].append((name, parts))
    for top, members in packages.items():
        def there(root):
            return sum(os.path.isfile(os.path.join(folder, root, top, *parts)) for _, parts in members)
        root = max(ROOTS, key=there)
        if not there(root):
            continue
        for name, parts in members:
            goal = os.path.join(folder, root, top, *parts)
            if not os.path.lexists(goal):
                os.makedirs(os.path.dirname(goal), exist_ok=True)
                with archive.open(name) as source, open(goal, 'wb') as target:
                    target.write(source.read())
`;
