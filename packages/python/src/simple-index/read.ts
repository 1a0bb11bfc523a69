import { parseVersion } from '../pep440.ts';
import { indexedFile, type IndexedProject } from './project.ts';

/** The media types that are asked for, best first (PEP 691). */
export const SIMPLE_TYPES =
  'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1';

/**
 * Reads the answer of a package index about one project: JSON (PEP 691, with the versions of PEP 700), or HTML (PEP
 * 503, yanked files by PEP 592). Undefined where it is neither.
 */
export function readSimpleIndex(
  text: string,
  contentType: string,
  project: string,
): IndexedProject | undefined {
  return /\bjson\b/i.test(contentType) ? fromJson(text, project) : fromHtml(text, project);
}

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null;

function fromJson(text: string, project: string): IndexedProject | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const list: unknown = isRecord(data) ? data['files'] : undefined;
  if (!isRecord(data) || !Array.isArray(list)) return undefined;
  const files = (list as readonly unknown[]).flatMap((one) => {
    if (!isRecord(one) || typeof one['filename'] !== 'string') return [];
    const { yanked } = one;
    return [
      indexedFile(
        one['filename'],
        project,
        typeof yanked === 'string' || typeof yanked === 'boolean' ? yanked : undefined,
      ),
    ];
  });
  const versions = Array.isArray(data['versions']) ? (data['versions'] as readonly unknown[]) : [];
  const held = new Set(files.map(({ version }) => version?.canonical));
  const bareVersions = versions.flatMap((written) => {
    const version = typeof written === 'string' ? parseVersion(written) : undefined;
    return version === undefined || held.has(version.canonical) ? [] : [version];
  });
  return { files, bareVersions };
}

const ANCHOR = /<a(\s[^>]{0,4000})?>([^<]{0,1000})<\/a>/gi;

/** Each file is one anchor whose text is its name. */
function fromHtml(text: string, project: string): IndexedProject | undefined {
  if (!/<(?:!doctype|html|body|a|head)\b/i.test(text)) return undefined;
  const files = [...text.matchAll(ANCHOR)].map(([, attributes = '', name = '']) => {
    const yanked = /\sdata-yanked(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/i.exec(attributes);
    return indexedFile(
      name.trim(),
      project,
      yanked === null ? undefined : (yanked[1] ?? yanked[2] ?? ''),
    );
  });
  return { files, bareVersions: [] };
}
