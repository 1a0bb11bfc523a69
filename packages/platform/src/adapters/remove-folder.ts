import { chmodSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Removes a folder with all in it, also where parts of it may not be written to (as some tools leave their caches).
 * What cannot be removed stays; nothing is thrown.
 */
export function removeFolder(path: string): void {
  if (tryRemove(path)) return;
  openUp(path);
  tryRemove(path);
}

function tryRemove(path: string): boolean {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
    return true;
  } catch {
    return false;
  }
}

/** Gives the owner back the right to empty these folders. Symbolic links are not followed. */
function openUp(path: string): void {
  try {
    chmodSync(path, 0o700);
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory()) openUp(join(path, entry.name));
    }
  } catch {
    // Another user's: it stays.
  }
}
