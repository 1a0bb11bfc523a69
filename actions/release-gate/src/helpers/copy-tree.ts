/**
 * A Python program that copies the project as it is now, so that builds and tests leave nothing in the user's own
 * folder: `copy-tree SOURCE TARGET [digest]`. In a git repository it clones the whole repository (the history is there for
 * backends that make the version of it) and lays what is not committed over it; else it copies the folder. Prints
 * the project's folder within the copy and, where it is asked for, a digest of all that a build can see of it: its files and
 * what git says of the commit.
 */
export const COPY_TREE = `
import hashlib, os, shutil, subprocess, sys

source, target = sys.argv[1:3]
SKIPPED = {'.git', '.hg', '.svn', '.tox', '.nox', '.venv', 'venv', '.eggs', 'node_modules', '__pycache__',
           '.mypy_cache', '.pytest_cache', '.ruff_cache', '.hypothesis', '.pymaint'}
for name in [name for name in os.environ if name.startswith('GIT_')]:
    if name not in ('GIT_EXEC_PATH', 'GIT_CEILING_DIRECTORIES') and not name.startswith('GIT_CONFIG'):
        del os.environ[name]
os.environ['GIT_TERMINAL_PROMPT'] = '0'

def git(*args):
    settings = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=' + os.devnull]
    ran = subprocess.run(['git', *settings, *args], cwd=source, check=True, stdout=subprocess.PIPE)
    return os.fsdecode(ran.stdout)

def names(*args):
    return [name for name in git(*args).split('\\0') if name]

def copy(origin, goal):
    os.makedirs(os.path.dirname(goal), exist_ok=True)
    if os.path.islink(goal) or os.path.isfile(goal):
        os.remove(goal)
    if os.path.isdir(origin) and not os.path.islink(origin):
        shutil.copytree(origin, goal, symlinks=True, ignore=ignored, dirs_exist_ok=True)
    else:
        shutil.copy2(origin, goal, follow_symlinks=False)

def ignored(folder, entries):
    return [entry for entry in entries if entry in SKIPPED or os.path.exists(os.path.join(folder, entry, 'pyvenv.cfg'))]

def clone():
    top = git('rev-parse', '--show-toplevel').rstrip('\\r\\n')
    prefix = git('rev-parse', '--show-prefix').rstrip('\\r\\n')
    git('rev-parse', '--verify', '--quiet', 'HEAD')
    git('clone', '--quiet', '--local', top, target)
    folder = os.path.join(target, *prefix.split('/'))
    os.makedirs(folder, exist_ok=True)
    changed = names('diff', '--name-only', '-z', '--relative', '--no-renames', 'HEAD', '--', '.')
    modules = [line.split('\\t', 1)[1] for line in names('ls-files', '--stage', '-z') if line.startswith('160000')]
    for name in changed + modules + names('ls-files', '--others', '--exclude-standard', '-z'):
        origin, goal = os.path.join(source, name), os.path.join(folder, name)
        if name.startswith('.pymaint/'):
            continue
        if os.path.lexists(origin):
            copy(origin, goal)
        elif os.path.lexists(goal):
            os.remove(goal)
    return folder

try:
    folder = clone()
except (subprocess.CalledProcessError, FileNotFoundError):
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, symlinks=True, ignore=ignored)
    folder = target
def digest():
    whole = hashlib.sha256()
    def add(*parts):
        for part in parts:
            data = part if isinstance(part, bytes) else os.fsencode(part)
            whole.update(b'%d:' % len(data))
            whole.update(data)
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != '.git')
        add('folder', os.path.relpath(parent, folder))
        for name in sorted(files) + [name for name in folders if os.path.islink(os.path.join(parent, name))]:
            path = os.path.join(parent, name)
            if os.path.islink(path):
                add('link', name, os.readlink(path))
            elif os.path.isfile(path):
                with open(path, 'rb') as file:
                    add('file', name, str(os.stat(path).st_mode & 0o111), file.read())
    for args in (['rev-parse', 'HEAD'], ['branch', '--show-current'], ['rev-parse', '--is-shallow-repository'],
                 ['for-each-ref', '--format=%(objectname) %(refname)', 'refs/tags']):
        try:
            add(git(*args))
        except (subprocess.CalledProcessError, FileNotFoundError):
            add('none')
    return whole.hexdigest()

print(os.path.realpath(folder))
if len(sys.argv) > 3:
    print(digest())
`;
