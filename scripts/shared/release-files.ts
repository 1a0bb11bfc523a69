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

/** The commit's paths, those of them that name this project or call a sibling, and a reader of their texts. */
export interface ReleaseSources {
  readonly tracked: readonly string[];
  readonly naming: readonly string[];
  readonly read: (path: string) => Promise<string>;
}

/**
 * The files that the release tree adds or replaces. The owner's name is written wherever `org` stands for it, in
 * sources and bundles alike, so that what the tree's sources build is what the tree holds.
 */
export async function renderReleaseFiles(
  { tracked, naming, read }: ReleaseSources,
  names: ReleaseNames,
): Promise<readonly ReleaseFile[]> {
  const files: ReleaseFile[] = [];
  const add = (path: string, text: string): void => void files.push({ path, text });
  for (const path of naming) {
    const text = await read(path);
    const stamped = withNames(text, isCalled(path) ? names : { owner: names.owner });
    if (stamped !== text) add(path, stamped);
  }
  for (const path of tracked) {
    const [, name] = /^actions\/([a-z-]+)\/action\.yml$/.exec(path) ?? [];
    if (name === undefined) continue;
    add(`${name}/action.yml`, withNames(actionAtRoot(await read(path)), names));
    const readme = await read(`actions/${name}/README.md`);
    add(`${name}/README.md`, withNames(readmeAtRoot(readme, name), names));
  }
  return files;
}

/** Files in which a runner reads `uses: $/actions/x`. */
const isCalled = (path: string): boolean =>
  /^(?:\.github\/workflows|action-templates)\/.*\.ya?ml$/.test(path);

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
    : owned
        .replace(
          /\$\/actions\/([a-z-]+)/g,
          (_, name: string) => `${owner}/pymaint/${name}@${stamp}`,
        )
        // The workflow's own repository and commit, which older runners do not tell either.
        .replaceAll('${{ job.workflow_repository }}', `${owner}/pymaint`)
        .replaceAll('${{ job.workflow_sha }}', stamp);
};
