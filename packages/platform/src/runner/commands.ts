import { visible, type Annotation } from '@pymaint/core';

/** A command to the runner: docs.github.com, "Workflow commands". */
export interface RunnerCommand {
  readonly name: 'error' | 'warning' | 'notice' | 'debug' | 'group' | 'endgroup' | 'add-mask';
  /** In this order. Empty ones are left out. */
  readonly properties?: { readonly [name: string]: string | number | undefined };
  readonly data?: string;
}

/**
 * The command as one line, without a line end: `::name key=value,key=value::data`. Values are escaped by the rules
 * of the runner's own reader (ActionCommand.cs), so that they can hold anything; hidden characters are made visible.
 */
export function formatCommand({ name, properties = {}, data = '' }: RunnerCommand): string {
  const pairs = Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  // What is to be masked must reach the runner as it is.
  const shown = name === 'add-mask' ? data : visible(data);
  return `::${name}${pairs.length === 0 ? '' : ` ${pairs.join(',')}`}::${escapeData(shown)}`;
}

/** An annotation as the command that makes it. */
export const annotationCommand = (annotation: Annotation): RunnerCommand => {
  const { level, message, title, file, line, endLine, col, endColumn } = annotation;
  return {
    name: level,
    properties: { title, file, line, endLine, col, endColumn },
    data: message,
  };
};

const escapeData = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

const escapeProperty = (text: string): string =>
  escapeData(visible(text)).replace(/:/g, '%3A').replace(/,/g, '%2C');
