import { formatPlace, type Place } from './place.ts';

/** The user can mend it: an option, the configuration or the project. Its message says what, where and how. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly place: Place | undefined;

  constructor(message: string, place?: Place) {
    super(place === undefined ? message : `${formatPlace(place)}: ${message}`);
    this.place = place;
  }
}

/** A defect of ours: names the check or fact that broke. The report goes on without it and is never good. */
export class CheckCrash extends Error {
  override readonly name = 'CheckCrash';
  readonly part: string;

  constructor(part: string, cause: unknown) {
    super(`${part} crashed: ${describeError(cause)}`, { cause });
    this.part = part;
  }
}

/** The words of anything that was thrown, be it an Error or not. Never throws itself. */
export function describeError(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message;
  try {
    return String(thrown);
  } catch {
    return 'something that cannot be shown was thrown';
  }
}
