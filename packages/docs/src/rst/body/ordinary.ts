import { closeLabels } from '../labels.ts';
import type { Block } from '../reader.ts';

/** Something without a title follows the labels before it, and ends the document's metadata. */
export function ordinary(block: Block): void {
  closeLabels(block.reader);
  block.reader.bodySeen = true;
}
