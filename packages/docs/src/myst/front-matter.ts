import { featuresOf } from '../markdown/features.ts';
import type { MarkdownReader } from '../markdown/reader.ts';
import { readYaml, yamlGet } from '../yaml.ts';

/**
 * What front matter says to MyST-Parser: substitutions, and extensions for this page alone
 * (https://myst-parser.readthedocs.io/en/latest/configuration.html#frontmatter-local-configuration).
 */
export function readMystFrontMatter(reader: MarkdownReader, start: number, end: number): void {
  const { text, draft } = reader;
  const yaml = text.slice(start, end);
  if (!/^(?:myst|substitutions)[ \t]*:/m.test(yaml)) return;
  const result = readYaml(yaml);
  if (!result.ok) return;
  const myst = yamlGet(result.root, 'myst');
  const extensions = yamlGet(myst, 'enable_extensions');
  if (extensions?.kind === 'sequence')
    reader.features = featuresOf(
      'myst',
      extensions.items.flatMap((item) => (item.kind === 'scalar' ? [item.value] : [])),
    );
  for (const node of [yamlGet(myst, 'substitutions'), yamlGet(result.root, 'substitutions')])
    if (node?.kind === 'mapping')
      for (const { key, keySpan, value } of node.entries)
        draft.targets.push({
          kind: 'substitution',
          name: key,
          span: {
            start: start + keySpan.start,
            end: start + Math.max(keySpan.end, value.span.end),
          },
          nameSpan: { start: start + keySpan.start, end: start + keySpan.end },
          ...(value.kind === 'scalar' ? { value: value.value } : {}),
        });
}
