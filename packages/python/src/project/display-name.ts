import type { Fact } from '@pymaint/core';
import type { Project } from './types.ts';

/**
 * What a report calls a project: its declared name, or `this project` where none could be read (a setup.py that
 * computes it, a run that asked for no project at all).
 */
export const displayName = (project: Fact<Project> | undefined): string =>
  project?.known === true && project.value.name.known ? project.value.name.value : 'this project';
