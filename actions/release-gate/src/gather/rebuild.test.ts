import { gatherFacts, readOptions } from '@pymaint/core';
import { nodePorts } from '@pymaint/platform';
import { gitFixture } from '@pymaint/testing';
import { expect, it } from 'vitest';
import { reproducible } from '../checks/artifact/reproducible.ts';
import { noSecrets } from '../checks/artifact/no-secrets.ts';
import { portable } from '../checks/artifact/portable.ts';
import type { ReleaseFacts } from '../facts.ts';
import { gatherRelease } from '../gather.ts';
import { OPTIONS } from '../options.ts';
import { findingsOf } from '../testing.ts';

/** A build backend of its own, so that nothing is fetched: it packs a wheel and an sdist by hand. */
const BACKEND = `
import io, os, random, tarfile, zipfile
HEAD = b'Metadata-Version: 2.4\\nName: attrsx\\nVersion: 1.2.3\\n'
INFO = 'attrsx-1.2.3.dist-info/'
def build_sdist(folder, settings=None):
    with tarfile.open(os.path.join(folder, 'attrsx-1.2.3.tar.gz'), 'w:gz') as archive:
        for name in ('pyproject.toml', 'backend.py', 'PKG-INFO'):
            data = HEAD if name == 'PKG-INFO' else open(name, 'rb').read()
            entry = tarfile.TarInfo('attrsx-1.2.3/' + name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return 'attrsx-1.2.3.tar.gz'
def build_wheel(folder, settings=None, metadata=None):
    token = 'ghp_' + 'a1B2' * 9
    files = {
        'attrsx/__init__.py': 'HERE = %r' % os.getcwd(),
        'attrsx/when.py': 'WHEN = %r' % os.environ.get('SOURCE_DATE_EPOCH'),
        'attrsx/who.py': '# 1\\n# 2\\nTOKEN = %r' % token,
        'attrsx/chance.py': str(random.random()),
        INFO + 'METADATA': HEAD.decode(), INFO + 'WHEEL': 'Wheel-Version: 1.0\\n', INFO + 'RECORD': '',
    }
    with zipfile.ZipFile(os.path.join(folder, 'attrsx-1.2.3-py3-none-any.whl'), 'w') as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return 'attrsx-1.2.3-py3-none-any.whl'
`;

const PYPROJECT =
  '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n[project]\nname = "attrsx"\nversion = "1.2.3"\n';

it('builds twice by the commit’s date, and looks into what was built', async () => {
  await using repo = await gitFixture();
  await repo.commit('Begin', { 'pyproject.toml': PYPROJECT, 'backend.py': BACKEND });
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
  await using ports = await nodePorts({ folder: repo.folder, env });
  const options = readOptions(OPTIONS, [
    {
      source: 'flag',
      get: (name) =>
        name === 'reproducible' ? { written: 'check', where: '--reproducible' } : undefined,
    },
  ]);
  const wanted: readonly (keyof ReleaseFacts)[] = ['build', 'rebuild', 'project', 'sources'];
  const { facts } = await gatherFacts(gatherRelease(options, ports), wanted, { now: () => 0 });
  const wheel =
    facts.build?.known === true && facts.build.value.kind === 'built'
      ? facts.build.value.wheel
      : undefined;
  const when = (files = wheel?.files): string | undefined =>
    files?.find(({ path }) => path === 'attrsx/when.py')?.sha256;
  const again =
    facts.rebuild?.known === true && facts.rebuild.value.kind === 'built'
      ? facts.rebuild.value
      : undefined;
  expect(again).toMatchObject({ dated: true });
  expect(when()).toBe(when(again?.wheel.files));
  // The time in the head of the gzip file is that of the build.
  expect(findingsOf(reproducible, facts)).toEqual([
    expect.stringMatching(/attrsx-1\.2\.3\.tar\.gz, .*: the times or permissions of its members/),
    expect.stringMatching(/: the content of `attrsx\/__init__\.py` and 1 more file differs$/),
  ]);
  expect(findingsOf(noSecrets, facts)).toEqual([
    expect.stringContaining('Unexpected text with the shape of a GitHub token in `attrsx/who.py`'),
  ]);
  expect(findingsOf(portable, facts)).toEqual([
    expect.stringContaining('at line 1 of `attrsx/__init__.py` in attrsx-1.2.3-py3-none-any.whl'),
  ]);
}, 300_000);
