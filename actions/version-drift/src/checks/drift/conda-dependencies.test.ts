import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, PYPROJECT, someFacts } from '../../testing.ts';
import { condaDependencies } from './conda-dependencies.ts';

const OLD = `{% set name = "AttrsX" %}
package:
  name: {{ name|lower }}
  version: "1.4.0"
requirements:
  host:
    - python
    - flit-core >=3
  run:
`;
const NEW = `schema_version: 1
context:
  name: attrsx
package:
  name: \${{ name }}
requirements:
  run:
`;
const listed = (lines: string) =>
  lines
    .split('\n')
    .map((line) => `    ${line}\n`)
    .join('');
const facts = (dependencies: string, recipe: string, more = '') =>
  someFacts({
    'pyproject.toml': `${PYPROJECT}dependencies = ${dependencies}\n${more}`,
    'conda/meta.yaml': recipe,
  });
const found = (dependencies: string, lines: string, head = OLD, more = '') =>
  findingsOf(
    condaDependencies,
    facts(dependencies, `${head}${listed(lines)}test:\n  imports:\n    - attrsx\n`, more),
  );

it.each<[string, string, string]>([
  ['the same', '["click>=8"]', '- python >=3.9\n- click >=8'],
  ['names of another spelling', '["Typing_Extensions"]', '- typing-extensions'],
  [
    'names that conda gives',
    '["msgpack", "torch", "matplotlib>=3"]',
    '- msgpack-python\n- pytorch\n- matplotlib-base >=3',
  ],
  ['a selector', '["tomli; python_version < \'3.11\'"]', '- tomli <2  # [py<311]'],
  ['a dependency for some alone', '["colorama; sys_platform == \'win32\'"]', '# none'],
  ['a pin of conda', '["numpy>=1.20"]', '- {{ pin_compatible("numpy") }}'],
  [
    'a pin of the newer form',
    '["numpy>=1.20"]',
    "- ${{ pin_compatible('numpy', lower_bound='x') }}",
  ],
  ['libraries of C', '["click"]', '- click\n- libxml2\n- openssl\n- __unix'],
  [
    'ranges that conda alone writes',
    '["click>=8"]',
    '- click 7|8\n- "click"\n- conda-forge::click 8.1 py_0',
  ],
  ['a fuzzy version', '["click>=8.1,<8.2"]', '- click =8.1'],
  [
    'a loop that makes the rest',
    '["click", "rich"]',
    '{% for dep in deps %}\n- {{ dep }}\n{% endfor %}',
  ],
  ['what may be one project under two names', '["opencv-contrib-python"]', '- py-opencv-all'],
  [
    'branches',
    '["click"]',
    '- click\n- if: win\n  then: colorama\n- if: unix\n  then:\n    - ptyprocess\n  else:\n    - pywinpty',
  ],
])('takes %s', (_, dependencies, lines) => {
  const certain = found(dependencies, lines).filter(
    (line) => !/ that conda\/meta\.yaml does not name/.test(line),
  );
  expect(certain).toEqual([]);
});

it.each<[string, string, string, readonly string[]]>([
  [
    'ranges that exclude each other',
    '["click>=8", "rich"]',
    '- click >=7, <8  # old\n- rich',
    [
      'warning conda/meta.yaml:10:7 Unexpected `click >=7, <8` in the conda recipe, expected versions that `click>=8` allows',
    ],
  ],
  [
    'a fuzzy version',
    '["click>=8"]',
    '- click 7.*',
    [
      'warning conda/meta.yaml:10:7 Unexpected `click 7.*` in the conda recipe, expected versions that `click>=8` allows',
    ],
  ],
  [
    'an older lower bound',
    '["click >= 8.1"]',
    '- click >=7',
    [
      'notice conda/meta.yaml:10:7 Unexpected `click >=7` in the conda recipe, expected none older than `click >= 8.1` takes',
    ],
  ],
  [
    'one that the recipe lacks',
    '["click", "rich"]',
    '- click',
    [
      'notice pyproject.toml:5:27 Unexpected dependency `rich` that conda/meta.yaml does not name, expected it under `run:` if conda has it by this name',
    ],
  ],
  [
    'one that the project lacks',
    '["click"]',
    '- click\n- six',
    [
      'notice conda/meta.yaml:11:7 Unexpected `six` in the conda recipe, expected a dependency of the project',
    ],
  ],
])('reports %s', (_, dependencies, lines, expected) => {
  expect(found(dependencies, lines)).toEqual(expected);
});

it('reads the newer form', () => {
  expect(found('["click>=8"]', '- click <8', NEW)).toEqual([
    'warning conda/meta.yaml:8:7 Unexpected `click <8` in the conda recipe, expected versions that `click>=8` allows',
  ]);
});

it('takes what an extra needs', () => {
  const more = '[project.optional-dependencies]\nfast = ["orjson>=3"]\n';
  expect(found('["click"]', '- click\n- orjson', OLD, more)).toEqual([]);
});

it.each([
  ['another package', OLD.replace('AttrsX', 'other')],
  ['several packages', `${OLD}outputs:\n  - name: attrsx\n`],
  ['a name that a template makes', OLD.replace('"AttrsX"', 'data["name"]')],
])('passes over a recipe of %s', (_, head) => {
  const recipe = `${head}${listed('- six')}`;
  expect(outcomeOf(condaDependencies, facts('["click"]', recipe))).toMatchObject({
    status: 'skip',
    because: 'not-applicable',
  });
});

it('is skipped where the dependencies are computed', () => {
  const computed = someFacts({
    'pyproject.toml': '[project]\nname = "attrsx"\nversion = "1"\ndynamic = ["dependencies"]\n',
    'conda/meta.yaml': `${OLD}${listed('- six')}`,
  });
  expect(outcomeOf(condaDependencies, computed)).toMatchObject({ status: 'skip' });
});
