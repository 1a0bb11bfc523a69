import { currentVerdict } from '@pymaint/version-drift';
import { check } from '../../check.ts';

/** Every place of the package that states its version states the same: as version-drift finds and judges them. */
export const sourcesAgree = check({
  id: 'version/sources-agree',
  summary: 'All places of the sources that state the version agree',
  reads: ['slots'],
  judge: ({ slots: { value } }) => currentVerdict(value.slots, value.target),
});
