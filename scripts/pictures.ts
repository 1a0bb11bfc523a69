/**
 * npm run pictures: makes the pictures of README.md from real runs of the bundled command: what a terminal shows, and
 * the annotation at its line.
 */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './shared/repo.ts';
import { run } from './shared/run.ts';
import { spansOf, svgOf, type Span } from './shared/svg.ts';

const DARK = { background: '#0d1117', foreground: '#e6edf3' };
const LIGHT = { background: '#ffffff', foreground: '#1f2328' };
const folder = await mkdtemp(join(tmpdir(), 'pictures-'));
try {
  await cp(join(ROOT, 'examples/troubled'), folder, { recursive: true });
  const shown = await pymaint('version-drift');
  const prompt: readonly Span[] = [{ text: '$ pymaint version-drift', bold: true }];
  await picture(
    'terminal',
    svgOf([prompt, ...spansOf(shown)], { title: 'What a terminal shows', ...DARK }),
  );
  await picture('annotation', annotation(await pymaint('version-drift', '--format', 'github')));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function pymaint(...args: readonly string[]): Promise<string> {
  const bundle = join(ROOT, 'dist/pymaint/index.js');
  const env = { ...process.env, FORCE_COLOR: args.includes('--format') ? '0' : '1' };
  const { stdout } = await run(process.execPath, [bundle, ...args], { cwd: folder, env });
  // How long it took is of this machine alone.
  return stdout.replace(/\d+\.\d s\b/g, '0.1 s');
}

async function picture(name: string, svg: string): Promise<void> {
  await mkdir(join(ROOT, 'docs/pictures'), { recursive: true });
  await writeFile(join(ROOT, 'docs/pictures', `${name}.svg`), svg);
  process.stdout.write(`wrote docs/pictures/${name}.svg\n`);
}

/** The first annotation below the line that it is about. */
function annotation(commands: string): string {
  const [, title = '', , line = '', message = ''] =
    /^::error title=([^,]*),file=([^,]*),line=(\d+).*?::(.*)$/m.exec(commands) ?? [];
  const words = message.replaceAll('%0A', '\n').split('\n');
  const box: readonly (readonly Span[])[] = [
    [{ text: `  ✗ Check failure: ${title}`, bold: true, fill: '#d1242f' }],
    ...words.flatMap((word) => wrapped(word, 80)).map((text) => [{ text: `    ${text}` }]),
  ];
  const source: readonly Span[] = [
    { text: `${line}  `, fill: '#59636e' },
    { text: '+ __version__ = "2.0.0"' },
  ];
  return svgOf([source, [], ...box], {
    title: 'The annotation at its line in a pull request',
    ...LIGHT,
    bars: [
      { line: 0, lines: 1, fill: '#dafbe1' },
      { line: 2, lines: box.length, fill: '#ffebe9' },
    ],
  });
}

/** Lines of at most so many characters, broken at blanks. */
function wrapped(text: string, width: number): readonly string[] {
  if (text.length <= width) return [text];
  return text.match(new RegExp(`\\S.{0,${width - 2}}(?= |$)`, 'g')) ?? [text];
}
