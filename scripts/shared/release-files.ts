/** A file that the release tree has beyond the sources. */
export interface ReleaseFile {
  readonly path: string;
  readonly text: string;
}

/** Who publishes, and how sibling actions are named. */
export interface ReleaseNames {
  /** The owner that stands for `org`. */
  readonly owner: string;
  /** A tag such as `v1.2.3`, where `$/actions/x` must be written out for older runners. */
  readonly stamp?: string;
}

/** The files that the release tree adds or replaces, from the commit's paths and a reader of their texts. */
export async function renderReleaseFiles(
  tracked: readonly string[],
  read: (path: string) => Promise<string>,
  names: ReleaseNames,
): Promise<readonly ReleaseFile[]> {
  const files: ReleaseFile[] = [];
  for (const path of tracked) {
    const [, name] = /^actions\/([a-z-]+)\/action\.yml$/.exec(path) ?? [];
    if (name !== undefined) {
      files.push({ path: `${name}/action.yml`, text: actionAtRoot(await read(path)) });
      files.push({
        path: `${name}/README.md`,
        text: readmeAtRoot(await read(`actions/${name}/README.md`), name),
      });
    }
    if (
      /^(?:\.github\/workflows|action-templates)\/.*\.ya?ml$/.test(path) ||
      /(?:^|\/)README\.md$/.test(path)
    ) {
      const text = await read(path);
      const stamped = withNames(text, names);
      if (stamped !== text) files.push({ path, text: stamped });
    }
  }
  return files.map(({ path, text }) => ({ path, text: withNames(text, names) }));
}

/**
 * The same action one folder higher.
 * @throws Error where its `main` is not the bundle below dist/, since the action could not start
 */
function actionAtRoot(text: string): string {
  const moved = text.replace(/(\bmain: *['"]?)\.\.\/\.\.\/dist\//, '$1../dist/');
  if (moved === text)
    throw new Error('action.yml: Unexpected `main`, expected ../../dist/<name>/index.js');
  return moved;
}

/** Relative links of a README lead from its new folder to where they led before. */
const readmeAtRoot = (text: string, name: string): string =>
  text.replace(
    /\]\((?!https?:|#|mailto:|\/)([^)\s]+)\)/g,
    (_, target: string) => `](../actions/${name}/${target})`,
  );

const withNames = (text: string, { owner, stamp }: ReleaseNames): string => {
  const owned = owner === 'org' ? text : text.replace(/\borg\/pymaint\b/g, `${owner}/pymaint`);
  return stamp === undefined
    ? owned
    : owned.replace(
        /\$\/actions\/([a-z-]+)/g,
        (_, name: string) => `${owner}/pymaint/${name}@${stamp}`,
      );
};
