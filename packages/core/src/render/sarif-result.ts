import type { Finding, Json, Level, Related } from '../finding.ts';
import type { Fix } from '../fix.ts';
import type { Place } from '../place.ts';
import { groupBy } from '../group-by.ts';
import { clip, visible, wellFormed } from './text.ts';

/** Longest texts, and the related places of one result that GitHub keeps. */
const LONGEST = { message: 4000, fix: 20_000 } as const;
const MOST_RELATED = 100;

const LEVEL_NAMES: { readonly [L in Level]: string } = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
};

/** A finding as a `result` object (SARIF 2.1.0, 3.27). */
export function sarifResult(
  finding: Finding,
  ruleIndex: number | undefined,
  fingerprint: string,
): Json {
  const { rule, level, message, place, remedy, fix, related = [] } = finding;
  const action = remedy ?? fix?.title;
  const words = action === undefined ? message : `${message}\nFix: ${action}`;
  const fixed = fix === undefined ? undefined : sarifFix(fix);
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVEL_NAMES[level],
    message: { text: sarifText(words) || rule },
    locations: [{ physicalLocation: physicalLocation(place) }],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(related.length > 0 && {
      relatedLocations: related.slice(0, MOST_RELATED).map(relatedLocation),
    }),
    ...(fixed !== undefined && { fixes: [fixed] }),
  };
}

/** Plain text; `[words](target)` would be an embedded link (SARIF 2.1.0, 3.11.6), so its bracket is escaped. */
export const sarifText = (text: string): string =>
  clip(visible(text).trim(), LONGEST.message).replace(/\[(?=[^[\]]*\]\()/g, String.raw`\[`);

const relatedLocation = ({ message, place }: Related, at: number): Json => ({
  id: at + 1,
  message: { text: sarifText(message) },
  physicalLocation: physicalLocation(place),
});

const physicalLocation = (place: Place): Json => ({
  artifactLocation: artifactLocation(place.path),
  region: regionOf(place),
});

/** Every character of a path that a URI reference gives a meaning to is escaped. */
const artifactLocation = (path: string): Json => ({
  uri: wellFormed(path).split('/').map(encodeURIComponent).join('/') || '.',
  uriBaseId: '%SRCROOT%',
});

/** GitHub asks for all four; where a place names no end, the one character at its start is meant. */
function regionOf({ line, column, endLine, endColumn }: Place): Json {
  const startLine = Math.max(1, line);
  const startColumn = Math.max(1, column);
  const lastLine = Math.max(startLine, endLine ?? startLine);
  const least = lastLine === startLine ? startColumn : 1;
  return {
    startLine,
    startColumn,
    endLine: lastLine,
    endColumn: Math.max(least, endColumn ?? startColumn + 1),
  };
}

function sarifFix({ title, edits }: Fix): Json | undefined {
  const size = edits.reduce((sum, { newText }) => sum + newText.length, 0);
  if (edits.length === 0 || size > LONGEST.fix) return undefined;
  const files = groupBy(edits, ({ range }) => range.path);
  return {
    description: { text: sarifText(title) || 'Fix' },
    artifactChanges: [...files].map(([path, changes]) => ({
      artifactLocation: artifactLocation(path),
      replacements: changes.map(({ range, newText }) => ({
        deletedRegion: regionOf(range),
        insertedContent: { text: newText },
      })),
    })),
  };
}
