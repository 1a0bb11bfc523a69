import { describe, expect, it } from 'vitest';
import { canBeKept, isolatedInstalls, readRecord } from './build-record.ts';

const OUTPUT = `* Creating isolated environment: venv+pip...
* Installing packages in isolated environment:
  - hatchling>=1.25
  - hatch-vcs
> python -m pip install
< Collecting hatchling>=1.25
< Installing collected packages: pluggy, hatchling

< Successfully installed Hatch.VCS-0.5.0 hatchling-1.33.0
  setuptools_scm-10.0.1
* Getting build dependencies for sdist...
* Building sdist...
* Installing packages in isolated environment:
  - hatchling>=1.25
< Successfully installed hatchling-1.33.0
* Building wheel...
`;

describe('what a build has installed', () => {
  it('is read from its output, lines that go on included', () => {
    expect(isolatedInstalls(OUTPUT)).toEqual([
      {
        requirements: ['hatchling>=1.25', 'hatch-vcs'],
        installed: ['hatch-vcs==0.5.0', 'hatchling==1.33.0', 'setuptools-scm==10.0.1'],
      },
      { requirements: ['hatchling>=1.25'], installed: ['hatchling==1.33.0'] },
    ]);
  });

  it.each([
    ['* Installing packages in isolated environment:\n  - a\n* Building sdist...\n'],
    ['* Installing packages in isolated environment:\n< Successfully installed a-1\n'],
    ['* Installing packages in isolated environment:\n  - a\n< Successfully installed nothing\n'],
  ])('is not guessed from %j', (output) => {
    expect(isolatedInstalls(output)).toBeUndefined();
  });
});

const installs = (...requirements: readonly string[]) => [{ requirements, installed: [] }];

it.each([
  [installs('hatchling'), 'a-1-py3-none-any.whl', true],
  [installs('hatchling'), 'a-1-cp311-cp311-linux_x86_64.whl', false],
  [installs('hatchling @ git+https://example.org/x'), 'a-1-py3-none-any.whl', false],
  [installs('./backend'), 'a-1-py3-none-any.whl', false],
  [undefined, 'a-1-py3-none-any.whl', false],
])('a build with %j of %s is kept: %s', (installed, wheel, expected) => {
  expect(canBeKept(installed, wheel)).toBe(expected);
});

it.each([[undefined], [''], ['[]'], ['{"isolated":1}'], ['{"isolated":[]}']])(
  'a broken record (%j) is none',
  (text) => {
    expect(readRecord(text)).toBeUndefined();
  },
);
