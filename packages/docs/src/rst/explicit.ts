import { SPACE } from './chars.ts';
import type { ExplicitAt } from './explicit/at.ts';
import { comment } from './explicit/comment.ts';
import { directive } from './explicit/directive.ts';
import { footnote } from './explicit/footnote.ts';
import { substitution } from './explicit/substitution.ts';
import { hyperlinkTarget } from './explicit/target.ts';
import { fromOf, toOf } from './lines.ts';

/** Reads what stands behind `..` (docutils `explicit_construct`). Gives the line to go on from. */
export const readExplicit = (at: ExplicitAt): number => construct(at) ?? comment(at);

/** What the first characters tell; undefined where it only looks like that, and for what is a comment. */
function construct(at: ExplicitAt): number | undefined {
  const { source, line, after } = at;
  const to = toOf(source, line);
  if (after >= to || after <= fromOf(source, line) + 2) return undefined;
  const hasText = after + 1 < to && source.text.charCodeAt(after + 1) !== SPACE;
  switch (source.text.charCodeAt(after)) {
    case 91:
      return footnote(at);
    case 95:
      return hasText ? hyperlinkTarget(at) : directive(at);
    case 124:
      return hasText ? substitution(at) : directive(at);
    default:
      return directive(at);
  }
}
