import type { Related } from '../finding.ts';

/** True where a related place's message only names its file, and so says nothing beside the place. */
export const onlyNamesFile = ({ message, place }: Related): boolean =>
  message === place.path || (message !== '' && place.path.endsWith(`/${message}`));
