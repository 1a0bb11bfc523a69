import { normalizedName } from '@pymaint/python';
import { groupsOf } from '../requirements.ts';
import type { Sources } from '../sources.ts';

/** What of the project's own would bring modules that its tests lack. */
export interface Supply {
  /** Extras of the wheel. */
  readonly extras: readonly string[];
  /** What dependency groups name. */
  readonly requirements: readonly string[];
  /** The same in words. */
  readonly from: readonly string[];
}

/** Distributions whose module has another name, of those that extras often name. */
const OTHERWISE_CALLED: { readonly [module: string]: readonly string[] } = {
  attr: ['attrs'],
  bs4: ['beautifulsoup4'],
  bson: ['pymongo'],
  cv2: ['opencv-python', 'opencv-python-headless'],
  dateutil: ['python-dateutil'],
  dotenv: ['python-dotenv'],
  git: ['gitpython'],
  google: ['protobuf'],
  jwt: ['pyjwt'],
  magic: ['python-magic'],
  mysqldb: ['mysqlclient'],
  openssl: ['pyopenssl'],
  pil: ['pillow'],
  psycopg2: ['psycopg2-binary'],
  serial: ['pyserial'],
  sklearn: ['scikit-learn'],
  snappy: ['python-snappy'],
  yaml: ['pyyaml'],
  zmq: ['pyzmq'],
};

/**
 * For each module, the smallest extra or dependency group (PEP 735) of the project that names its distribution.
 * Undefined where none brings a single one of them.
 */
export function supplyOf(
  modules: readonly string[],
  extras: ReadonlyMap<string, readonly string[]>,
  sources: Sources,
): Supply | undefined {
  const groups = groupsOf(sources);
  const chosen = new Map<string, Supply>();
  for (const module of modules) {
    const [top = ''] = module.toLowerCase().split('.');
    const called = [normalizedName(top), ...(OTHERWISE_CALLED[top] ?? [])];
    const extra = smallest(extras, called);
    const group = extra === undefined ? smallest(groups, called) : undefined;
    if (extra !== undefined)
      chosen.set(`extra \`${extra}\``, { extras: [extra], requirements: [], from: [] });
    else if (group !== undefined)
      chosen.set(`dependency group \`${group}\``, {
        extras: [],
        requirements: groups.get(group) ?? [],
        from: [],
      });
  }
  const all = [...chosen.values()];
  return chosen.size === 0
    ? undefined
    : {
        extras: all.flatMap((one) => one.extras),
        requirements: all.flatMap((one) => one.requirements),
        from: [...chosen.keys()],
      };
}

/** The key with the shortest list that names one of these distributions; the first of equals. */
function smallest(
  lists: ReadonlyMap<string, readonly string[]>,
  called: readonly string[],
): string | undefined {
  const fitting = [...lists].filter(([, texts]) =>
    texts.some((text) => called.includes(normalizedName(/^[\w.-]+/.exec(text)?.[0] ?? ''))),
  );
  return fitting.toSorted(([, a], [, b]) => a.length - b.length)[0]?.[0];
}
