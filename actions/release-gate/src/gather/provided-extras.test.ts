import { expect, it } from 'vitest';
import { providedExtras } from './provided-extras.ts';

it('tells what each extra of a wheel brings, whatever declared it', () => {
  const metadata = `Metadata-Version: 2.4
Name: attrsx
Version: 1
Provides-Extra: YAML
Provides-Extra: all
Provides-Extra: empty
Requires-Dist: attrs
Requires-Dist: PyYAML>=5 ; extra == "yaml"
Requires-Dist: toml; (python_version < "3.11") and extra == 'all'
Requires-Dist: pyyaml; extra == "all"
Requires-Dist: ???; extra == "all"

Requires-Dist: nothing; extra == "all"
`;
  expect([...providedExtras(metadata)]).toEqual([
    ['YAML', ['pyyaml']],
    ['all', ['toml', 'pyyaml']],
    ['empty', []],
  ]);
});

it('tells nothing of what is no metadata', () => expect([...providedExtras('')]).toEqual([]));
