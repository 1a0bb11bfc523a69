import type { Marker, MarkerValue } from '../markers.ts';
import { parseVersion } from '../pep440.ts';
import { parseSpecifiers, specifiersContain } from '../specifiers.ts';
import { PATCHES } from './allows.ts';

type Comparison = Extract<Marker, { type: 'compare' }>;

/**
 * Whether a marker holds on a minor version of Python, by the specification of dependency specifiers; undefined where
 * that depends on something else: the platform, an extra, the patch release.
 */
export function markerHolds(marker: Marker, minor: string): boolean | undefined {
  if (marker.type === 'compare') return comparisonHolds(marker, minor);
  const sides = new Set([markerHolds(marker.left, minor), markerHolds(marker.right, minor)]);
  const decides = marker.type === 'or';
  if (sides.has(decides)) return decides;
  return sides.has(undefined) ? undefined : !decides;
}

const isPython = (value: MarkerValue): boolean =>
  value.type === 'variable' &&
  (value.name === 'python_version' || value.name === 'python_full_version');

function comparisonHolds(comparison: Comparison, minor: string): boolean | undefined {
  const { left, operator, right } = comparison;
  if (isPython(left) && right.type === 'string' && left.type === 'variable')
    return everyPatch(left.name, minor, (version) => compare(version, operator, right.value));
  if (isPython(right) && left.type === 'string' && right.type === 'variable') {
    const turned = TURNED[operator];
    if (turned === undefined) return undefined;
    return everyPatch(right.name, minor, (version) => compare(version, turned, left.value));
  }
  return undefined;
}

/** The operator with its sides exchanged, for those that have one. */
const TURNED: { readonly [operator: string]: Comparison['operator'] | undefined } = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
};

/** One answer for all patch releases, or undefined where they differ. */
function everyPatch(
  variable: string,
  minor: string,
  holds: (version: string) => boolean | undefined,
): boolean | undefined {
  const versions =
    variable === 'python_version' ? [minor] : PATCHES.map((patch) => `${minor}.${patch}`);
  const answers = new Set(versions.map(holds));
  const [answer] = answers;
  return answers.size === 1 ? answer : undefined;
}

function compare(
  version: string,
  operator: Comparison['operator'],
  written: string,
): boolean | undefined {
  if (operator === 'in') return written.includes(version);
  if (operator === 'not in') return !written.includes(version);
  const parsed = parseSpecifiers(`${operator}${written}`);
  const own = parseVersion(version);
  return parsed.ok && own !== undefined ? specifiersContain(parsed.set, own) : undefined;
}
