import { fileStart, known, notApplicable, notKnown, type Fact, type Place } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import { sameVersion } from '@pymaint/python';
import type { Candidate, ReleaseTag } from '../../facts.ts';
import type { Asked, GithubAnswer } from '../../network-facts.ts';
import type { Options } from '../../options.ts';
import { checksOf } from './commit-checks.ts';
import { asking, forgeOf, textOf, type Ask, type Data } from './github-ask.ts';
import { isOnline, NOT_ASKED } from './package-index.ts';

const BLOCKERS = ['release-blocker', 'release blocker', 'blocker'];

/** Asks GitHub about the commit's checks, open blockers and the version's milestone. */
export async function gatherGithub(
  ports: Ports,
  options: Options,
  candidate: Fact<Candidate>,
  tag: Fact<ReleaseTag>,
): Promise<Fact<Asked<GithubAnswer>>> {
  const place = candidate.known ? candidate.place : fileStart('.');
  if (!isOnline(options)) return known(NOT_ASKED, place);
  const github = await forgeOf(ports);
  if (github === undefined) return notApplicable('the project is not on GitHub');
  const { forge, repository } = github;
  const commit = (tag.known ? tag.value.commit : undefined) ?? (await ports.git.head());
  if (commit === undefined) return notApplicable('there is no commit');
  const ask = asking(forge, `/repos/${repository}`);
  const labels = options['blocker-labels'].length > 0 ? options['blocker-labels'] : BLOCKERS;
  const branch = options['default-branch'] ?? (await ports.git.defaultBranch());
  const version = candidate.known ? candidate.value.text : undefined;
  const parts = await Promise.all([
    checksOf(ask, commit, ports.env['GITHUB_RUN_ID']),
    blockersOf(ask, labels),
    milestoneOf(ask, version),
    branch === undefined ? undefined : requiredOf(ask, branch),
  ]);
  const [checks, blockers, milestone, required] = parts;
  const refused = ask.refused();
  return refused === undefined
    ? asAnswer({ repository, commit, checks, blockers, milestone, required }, place)
    : notKnown(refused);
}

const asAnswer = (value: GithubAnswer, place: Place): Fact<Asked<GithubAnswer>> =>
  known({ asked: true, value }, place);

async function blockersOf(ask: Ask, labels: readonly string[]): Promise<GithubAnswer['blockers']> {
  const found = await Promise.all(
    labels.map(async (label) => {
      const issues = await ask(
        `/issues?state=open&per_page=100&labels=${encodeURIComponent(label)}`,
      );
      return issues.map((issue) => ({
        number: Number(issue['number']),
        title: textOf(issue, 'title'),
        label,
      }));
    }),
  );
  return [...new Map(found.flat().map((one) => [one.number, one])).values()];
}

async function milestoneOf(
  ask: Ask,
  version: string | undefined,
): Promise<GithubAnswer['milestone']> {
  if (version === undefined) return undefined;
  const all = await ask('/milestones?state=open&per_page=100');
  const own = all.find((one) => {
    const title = textOf(one, 'title')
      .replace(/^v(?=\d)/i, '')
      .trim();
    return title !== '' && sameVersion(title, version);
  });
  return own && { title: textOf(own, 'title'), open: Number(own['open_issues']) };
}

/** What the rules of a branch ask for; undefined where there are none, or they cannot be read. */
async function requiredOf(ask: Ask, branch: string): Promise<readonly string[] | undefined> {
  const rules = await ask(`/rules/branches/${encodeURIComponent(branch)}?per_page=100`);
  const names = rules
    .filter((rule) => textOf(rule, 'type') === 'required_status_checks')
    .flatMap((rule) => {
      const list = (rule['parameters'] as Data | undefined)?.['required_status_checks'];
      return Array.isArray(list) ? (list as readonly Data[]) : [];
    })
    .map((one) => textOf(one, 'context'))
    .filter((name) => name !== '');
  return names.length === 0 ? undefined : names;
}
