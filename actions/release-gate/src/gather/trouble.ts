import { duration } from '@pymaint/core';
import type { Ran } from '@pymaint/platform';
import type { Trouble } from '../facts.ts';

/** Why a program did not do its work, in general words. `what` completes "Unexpected end of the …". */
export function troubleOf(ran: Ran, what: string): Trouble {
  const { ending, log } = ran;
  switch (ending.kind) {
    case 'not-started':
      return {
        kind: 'missing',
        message: `Unexpected end of the ${what}: ${ending.message}`,
        remedy: 'install the program, or put it on PATH',
        log,
      };
    case 'timed-out':
      return {
        kind: 'timed-out',
        message: `Unexpected end of the ${what} after ${duration(ending.after)}, expected it to end by itself`,
        remedy: 'find out what it waits for, or give it more time',
        log,
      };
    case 'signalled':
      return {
        kind: 'failed',
        message: `Unexpected end of the ${what} by signal ${ending.signal}: ${lastWords(ran.output)}`,
        remedy: 'read the log',
        log,
      };
    case 'exited':
      return hasNetworkTrouble(ran.output)
        ? {
            kind: 'network',
            message: `the package index could not be reached during the ${what} (${networkWords(ran.output)}): try again when it answers, or name another by PIP_INDEX_URL`,
            remedy: 'try again when the network is there',
            log,
          }
        : {
            kind: 'failed',
            message: `Unexpected exit status ${ending.code} of the ${what}: ${lastWords(ran.output)}`,
            remedy: 'read the log',
            log,
          };
  }
}

const LONGEST = 300;

/**
 * The line that most likely says what is wrong: the last that names an error, else the last one. Output of the outside
 * world: cut, and without control characters.
 */
export function lastWords(output: string): string {
  const lines = output
    .split(/[\r\n]+/)
    // A frontend marks what the programs that it starts say.
    .map((line) => line.replace(/^\s*<\s/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('[notice]') && !WRAPPING.test(line));
  const line =
    lines.findLast((line) =>
      /^(?:[\w.]*(?:Error|Exception|Warning)\b|error:|ERROR\b)/.test(line),
    ) ??
    lines.at(-1) ??
    'it said nothing';
  return oneLine(line);
}

/** What a frontend says behind the words of pip or the backend, without saying what is wrong. */
const WRAPPING =
  /^ERROR Backend subprocess exited when trying to invoke|^(?:ERROR|subprocess\.CalledProcessError:) Command '/;

/** A line of the outside world for a message: no control characters, cut where it is long. */
export function oneLine(text: string): string {
  const line = text.replaceAll(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** True where the program ended as it should. */
export const isGood = (ran: Ran): boolean => ran.ending.kind === 'exited' && ran.ending.code === 0;

const NETWORK =
  /Failed to establish a new connection|Temporary failure in name resolution|NameResolutionError|Name or service not known|getaddrinfo failed|ProxyError|Cannot connect to proxy|Read timed out|ReadTimeoutError|ConnectTimeoutError|Connection refused|Network is unreachable|error sending request for url|dns error/;

/** True where the index could not be reached, which is nobody's fault here. */
export const hasNetworkTrouble = (output: string): boolean => NETWORK.test(output);

/** What the network failed with, from its own words on: the addresses of objects before them help nobody. */
function networkWords(output: string): string {
  const at = output.search(NETWORK);
  const [line = ''] = output.slice(Math.max(0, at)).split(/[\r\n]/, 1);
  return oneLine(line.slice(0, 120));
}
