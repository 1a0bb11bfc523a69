import { check } from '../../check.ts';
import { resolved } from '../../judging/resolved.ts';

/** Every entry of a MkDocs site's navigation is a page, and every page has an entry. */
export const nav = check({
  id: 'links/nav',
  summary: 'Every entry of a MkDocs site’s navigation is a page, and every page has an entry',
  reads: ['mkdocs'],
  judge: ({ mkdocs }) => resolved(mkdocs.value, ['nav-entry', 'nav-redirect', 'nav-omitted']),
});
