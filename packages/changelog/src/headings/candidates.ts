import type { Block, HeadingBlock } from '../blocks/block.ts';
import type { Markup } from '../model.ts';
import { readHeading, type HeadingReading, type ProjectName } from './grammar.ts';
import { plainText, type PlainText } from './inline.ts';

/** A heading of the document, with what it says as the head of a release. */
export interface Candidate {
  /** Index into the blocks. */
  readonly at: number;
  readonly block: HeadingBlock;
  readonly plain: PlainText;
  /** Undefined where it heads no release whatever stands around it. */
  readonly reading: HeadingReading | undefined;
}

/** Every heading among the blocks, read. Doubtful ones count only where they read as a release without a rest. */
export function candidates(
  text: string,
  blocks: readonly Block[],
  markup: Markup,
  project: ProjectName,
): readonly Candidate[] {
  return blocks.flatMap((block, at) => {
    if (block.kind !== 'heading') return [];
    const plain = plainText(text, block.text, markup);
    const reading = readHeading(plain.text, project);
    const surely = reading?.version !== undefined && reading.tail === '' && reading.prefix === '';
    return block.doubtful && !surely ? [] : [{ at, block, plain, reading }];
  });
}
