import type { Content } from './content.ts';
import type { MarkdownReader } from './reader.ts';

/** Leaves text for the second phase. */
export function queueText(reader: MarkdownReader, content: Content): void {
  reader.queue.push({ content, level: 0, section: false });
}
