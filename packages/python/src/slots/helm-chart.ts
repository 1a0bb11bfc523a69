import { namePattern, searching, VERSION } from './searching.ts';

/**
 * `appVersion` of a Helm chart that bears this project's name (helm.sh, "Charts"). `version` is the chart's own, and goes
 * its own way.
 */
export const helmCharts = searching({
  kind: 'helm-chart',
  wants: ({ inside }) => /(^|\/)Chart\.ya?ml$/.test(inside),
  pattern: ({ name }) =>
    name === ''
      ? undefined
      : String.raw`(?<![^])(?=(?:[^\n]*\n)*?name:[ \t]*["']?${namePattern(name)}["']?[ \t]*$)(?:[^\n]*\n)*?appVersion:[ \t]*["']?(${VERSION})["']?[ \t]*(?:#[^\n]*)?$`,
  made: ({ path }) => ({ policy: 'released', sure: true, what: `\`appVersion\` of ${path}` }),
});
