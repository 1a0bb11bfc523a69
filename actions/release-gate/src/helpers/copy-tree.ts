/**
 * A Python program that copies the project as it is now, so that builds and tests leave nothing in the user's own
 * folder: `copy-tree SOURCE TARGET`. In a git repository it clones the whole repository (the history is there for
 * backends that make the version of it) and lays what is not committed over it; else it copies the folder. Prints
 * the project's folder within the copy.
 */
export const COPY_TREE = `
import os, shutil, subprocess, sys

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
print(os.path.realpath(folder))
`;
