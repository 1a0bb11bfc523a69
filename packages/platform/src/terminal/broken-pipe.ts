/**
 * Lets this process outlive the reader of its output (`pymaint check | head -1`): what is written from then on is
 * dropped, while reports are still written to their files and the exit status stays true.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}
