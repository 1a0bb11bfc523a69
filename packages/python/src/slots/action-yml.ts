import { namePattern, searching, VERSION } from './searching.ts';

/**
 * The default of the input of action.yml that chooses this project's version: the input's key or its description names the
 * project. Inputs such as `python-version` are strangers.
 */
export const actionInputs = searching({
  kind: 'action-input',
  wants: ({ inside }) => /^(action|\.github\/actions\/[^/]+\/action)\.ya?ml$/.test(inside),
  mark: () => 'default:',
  pattern: ({ name }) => {
    if (name === '') return undefined;
    const own = namePattern(name);
    const indented = String.raw`(?:[ \t]{4,}(?!default:)[^\n]*\n){0,9}`;
    const described = String.raw`[ \t]{4,}description:[^\n]*\b${own}\b[^\n]*\n`;
    return String.raw`^[ \t]{2,4}(?:${own}[-_]version:[ \t]*\n${indented}|version:[ \t]*\n${indented}${described}${indented})[ \t]{4,}default:[ \t]*["']?(?:${own})?(?:==)?(${VERSION})["']?[ \t]*$`;
  },
  made: ({ path }) => ({ policy: 'released', sure: false, what: `the default version of ${path}` }),
});
