/** Where pymaint lives; `org` stands for the owner and is stamped when it is published. */
export const PROJECT_URL = 'https://github.com/org/pymaint';

/** Where defects are reported. */
export const ISSUES_URL = `${PROJECT_URL}/issues`;

/** The address of a rule's page, derived from its id. */
export const ruleUrl = (rule: string): string =>
  `${PROJECT_URL}/blob/main/docs/reference/rules.md#${rule}`;
