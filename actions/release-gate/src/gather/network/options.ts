import { flagOption, listOption, textOption } from '@pymaint/core';

/** Options of the checks that ask the network. */
export const NETWORK_OPTIONS = {
  online: flagOption(
    'Ask the package index, the advisory service and GitHub what only they know. What they do not answer leaves the verdict unknown. Off, nothing is asked.',
  ),
  offline: flagOption('Ask nothing of them, also where `online` is set.'),
  'index-url': textOption(
    'The package index, as pip takes it (`https://pypi.org/simple`). Default: `UV_DEFAULT_INDEX`, `UV_INDEX_URL` or `PIP_INDEX_URL`, the default of `[[tool.uv.index]]`, else PyPI.',
  ),
  'blocker-labels': listOption(
    'Labels of issues and pull requests that must not be open when a version is released. Default: `release-blocker`, `release blocker`, `blocker`.',
  ),
  'advisories-url': textOption(
    'The service that knows advisories, by the interface of OSV. Default: `https://api.osv.dev`.',
  ),
} as const;
