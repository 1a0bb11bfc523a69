import type { Finding, Fix } from '@pymaint/core';
import type { Document, Span } from '../document.ts';

/** A file that a commit gave another name. */
export interface Rename {
  readonly from: string;
  readonly to: string;
  /** The commit, in full. */
  readonly commit: string;
  /** How alike the two are, in percent. */
  readonly alike: number;
}

/** A file that is not there, as a finding tells it. */
export interface Lost {
  /** The paths of which one would do, relative to the project's folder. */
  readonly paths: readonly string[];
  /** Where it is written. */
  readonly document: Document;
  readonly span: Span;
  /** How to write another path in its place; undefined where the file of that path would not do. */
  readonly write: (path: string) => string | undefined;
}

/** A finding of a file that is not there. */
export interface LostFinding extends Finding {
  readonly lost: Lost;
}

/** Tells with a finding which file it lacks. */
export const lacking = (finding: Finding, lost: Lost): LostFinding => ({ ...finding, lost });

/** Whether a finding is of a file that is not there, so that git's history is worth a look. */
export const isLost = (finding: Finding): finding is LostFinding => 'lost' in finding;

/**
 * The findings, those of a file that was renamed with its new name, the commit and the edit that writes it. `renames`
 * are newest first, as git tells them; `hasFile` says what is there now.
 */
export function withRenames<F extends Finding>(
  findings: readonly F[],
  renames: readonly Rename[],
  hasFile: (path: string) => boolean,
): readonly (F | Finding)[] {
  if (renames.length === 0) return findings;
  const later = new Map<string, number[]>();
  for (const [at, { from }] of renames.entries()) {
    const same = later.get(from);
    if (same === undefined) later.set(from, [at]);
    else same.push(at);
  }
  return findings.map((finding) => {
    if (!isLost(finding)) return finding;
    for (const path of finding.lost.paths) {
      const found = follow(path, renames, later);
      if (found !== undefined && hasFile(found.to)) return renamedTo(finding, found);
    }
    return finding;
  });
}

/** The rename behind which no other stands: each step goes to a newer commit. */
function follow(
  path: string,
  renames: readonly Rename[],
  later: ReadonlyMap<string, readonly number[]>,
): Rename | undefined {
  let last = later.get(path)?.[0];
  let alike = 100;
  for (let next = last; next !== undefined;) {
    const before: number = next;
    last = before;
    alike = Math.min(alike, renames[before]?.alike ?? 0);
    next = later.get(renames[before]?.to ?? '')?.find((at) => at < before);
  }
  const found = last === undefined ? undefined : renames[last];
  return found && { ...found, alike };
}

/** Below this another file may be what was meant, so that a person should look at the edit. */
const SURELY = 90;

function renamedTo(finding: LostFinding, { to, commit, alike }: Rename): Finding {
  const { document, span, write } = finding.lost;
  const instead = write(to);
  if (instead === undefined) return finding;
  const words = `; renamed to \`${instead}\` in ${commit.slice(0, 10)}`;
  const message = told(finding.message, words);
  const oldText = document.text.slice(span.start, span.end);
  // A span with escapes, or over several lines, is left to its author.
  if (/[\n\\&]/u.test(oldText)) return { ...finding, message };
  const fix: Fix = {
    title: `Write \`${instead}\``,
    safe: finding.level === 'error' && alike >= SURELY,
    edits: [{ range: document.lines().range(span.start, span.end), oldText, newText: instead }],
  };
  return { ...finding, message, fix };
}

/** The message with what history says in the place of a guess, and before a doubt. */
function told(message: string, words: string): string {
  const guess = /; did you mean `[^`]*`\?/u;
  if (guess.test(message)) return message.replace(guess, () => words);
  const doubt = message.indexOf('; not sure: ');
  return doubt < 0 ? message + words : message.slice(0, doubt) + words + message.slice(doubt);
}
