import type { Candidate, CandidateOrigin } from '../facts.ts';

/** Says in a message where the version was taken from. */
export const originWords = (from: CandidateOrigin): string =>
  ({ option: 'that was asked for', tag: 'of the tag', declared: 'that is declared' })[from];

/** True where somebody releases, so that what is left undone is an error; else it still may be done. */
export const isReleasing = ({ from }: Candidate): boolean => from !== 'declared';

/** Why nothing is being released, or undefined where something may be. */
export const notReleasing = (candidate: Candidate): string | undefined =>
  candidate.from === 'declared' && candidate.releasedAs !== undefined
    ? `the declared version ${candidate.text} is released already, as \`${candidate.releasedAs}\``
    : undefined;
