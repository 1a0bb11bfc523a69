import type { Workflow } from './model.ts';

/** True for a reusable workflow, which others call. */
export const isCalled = ({ events }: Workflow): boolean =>
  events.some(({ text }) => text === 'workflow_call');

/** True for one that runs in no other way. */
export const isOnlyCalled = ({ events }: Workflow): boolean =>
  events.length > 0 && events.every(({ text }) => text === 'workflow_call');
