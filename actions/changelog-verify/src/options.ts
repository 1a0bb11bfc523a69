import { choiceOption, flagOption, listOption, textOption, type OptionValues } from '@pymaint/core';

/** What changelog-verify can be told. The tables of the README and the inputs of action.yml are made from this. */
export const OPTIONS = {
  path: textOption(
    'The changelog, or the folder with a file for each release. Default: found by name, by `[project.urls]` and by the settings of towncrier and scriv.',
  ),
  version: textOption(
    'The version whose entry the outputs give. Default: the version of the tag that started the workflow, else the newest release in the changelog.',
  ),
  base: textOption(
    'The branch, tag or commit that a change is compared with. Default: the base of the pull request that started the workflow.',
  ),
  'require-entry': choiceOption(
    'Whether a pull request must add an entry to the unreleased part, or a fragment: `auto` where the project keeps either, `always`, or `off`. Nothing is asked of other events.',
    ['auto', 'always', 'off'],
    'auto',
  ),
  'exempt-labels': listOption(
    'Labels of pull requests that need no entry, beside `skip-changelog`, `skip changelog`, `skip news` and `no-changelog`.',
  ),
  'exempt-authors': listOption('Logins whose pull requests need no entry, beside all bots.'),
  'exempt-paths': listOption(
    'Globs: a pull request that touches nothing else needs no entry. Beside tests, documentation and the configuration of CI.',
  ),
  title: choiceOption(
    'Whether the changelog must begin with a title: `auto` asks for one where it says that it follows Keep a Changelog, whose files begin with one.',
    ['auto', 'required', 'off'],
    'auto',
  ),
  unreleased: choiceOption(
    'Whether an unreleased part must be there: `auto` asks for one where the changelog links to it.',
    ['auto', 'required', 'off'],
    'auto',
  ),
  versioning: choiceOption(
    'What a breaking change asks of the version: `semver` a new major version (below 1.0 a new minor one), `major-only` the same and nothing below 1.0, `calver` and `off` nothing.',
    ['off', 'semver', 'major-only', 'calver'],
    'off',
  ),
  'tag-format': textOption(
    'The shape of this project’s tags, with `{version}` for the version, such as `v{version}`. Default: inferred from the tags.',
  ),
  fragments: textOption(
    'Where a project without towncrier and scriv keeps its fragments, with `{issue}`, `{type}` and `{name}`: `changes/{issue}.{type}.md`.',
  ),
  'fragment-types': listOption('The types of such fragments. Default: any.'),
  'fragment-number': flagOption(
    'Expect the number of the pull request in the name of a fragment that it adds.',
  ),
} as const;

/** The options as read. */
export type Options = OptionValues<typeof OPTIONS>;
