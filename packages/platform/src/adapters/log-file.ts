import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeOwnFolder, makeReportFolder } from './report-folder.ts';

/** A file that keeps all that programs print. */
export interface LogFile {
  readonly path: string;
  /** False where the disk lags behind: wait for `ready` before more is written. */
  write(bytes: Uint8Array): boolean;
  /** Calls once, as soon as the disk has caught up or has failed. */
  ready(call: () => void): void;
  /** True where all was kept. */
  close(): Promise<boolean>;
}

/** A program that prints without end must not fill the disk. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** Opens new log files in `logs` below the folder of reports: `tests.log`, and `tests-2.log` where this run wrote one of that name before. */
export function logFolder(reports: string, most = MOST_BYTES): (name: string) => Promise<LogFile> {
  const folder = join(reports, 'logs');
  const used = new Map<string, number>();
  return async (name) => {
    const base =
      name
        .toLowerCase()
        .replace(/[^a-z0-9_.-]+/g, '-')
        .replace(/^\.+/, '') || 'log';
    const times = (used.get(base) ?? 0) + 1;
    used.set(base, times);
    await makeReportFolder(reports);
    await makeOwnFolder(folder);
    const path = join(folder, `${base}${times === 1 ? '' : `-${times}`}.log`);
    // What stands there is of an earlier run, or a link that a project laid: neither is written through.
    await rm(path, { force: true });
    return openLog(path, most);
  };
}

function openLog(path: string, most: number): LogFile {
  const stream = createWriteStream(path, { flags: 'wx' });
  let left = most;
  let failed = false;
  stream.on('error', () => (failed = true));
  return {
    path,
    write(bytes) {
      if (failed || left <= 0) return true;
      const part = bytes.subarray(0, left);
      left -= part.length;
      const roomy = stream.write(part);
      return left > 0 ? roomy : stream.write(`\n[pymaint: cut here, at ${most} bytes]\n`);
    },
    ready(call) {
      const once = (): void => {
        stream.off('drain', once).off('error', once);
        call();
      };
      stream.on('drain', once).on('error', once);
    },
    close: () =>
      new Promise((done) => {
        if (failed) return done(false);
        stream.on('error', () => done(false));
        return stream.end(() => done(!failed));
      }),
  };
}
