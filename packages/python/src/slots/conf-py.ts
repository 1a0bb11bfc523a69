import { normalizedName } from '../names.ts';
import { parseVersion } from '../pep440.ts';
import { pythonModule } from '../source/module.ts';
import { seriesOrText, slotOf } from './make.ts';
import type { Slot, SlotFinder } from './types.ts';

const CONF_PY = /(^|\/)(docs?|documentation|doc\/build|source|sphinx)\/(source\/)?conf\.py$/;

/** `version` and `release` of Sphinx's conf.py, where they are literals. They may follow the last release on purpose. */
export const confPySlots: SlotFinder = {
  kind: 'conf-py',
  wants: ({ path }) => path.endsWith('/conf.py') && CONF_PY.test(path),
  *find({ path, text }, { name }): Iterable<Slot> {
    if (!/release|version/.test(text)) return;
    const module = pythonModule(path, text);
    const documented = module.value('project');
    if (documented.type === 'string' && !sameProject(documented.value, name)) return;
    for (const key of ['release', 'version']) {
      const value = module.value(key);
      if (value.type !== 'string' || value.content === undefined) continue;
      if (parseVersion(value.value) === undefined) continue;
      const parts = key === 'version' ? 3 : 2;
      yield slotOf(
        value.value,
        value.content,
        { kind: 'conf-py', policy: 'released', sure: true, what: `\`${key}\` of ${path}` },
        seriesOrText(value.value, parts),
      );
    }
  },
};

/** `project = "coverage.py"` is coverage, `"The Flask Handbook"` may be anything: only a plain other name is another project. */
const sameProject = (title: string, name: string): boolean =>
  !/^[\w.-]+$/.test(title) ||
  normalizedName(title).replace(/-?py(thon)?$|^(python|py)-?/g, '') ===
    name.replace(/-?py(thon)?$|^(python|py)-?/g, '');
