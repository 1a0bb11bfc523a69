import { readFile } from 'node:fs/promises';
import { fileStart, known, notKnown, tomlDocument, type Check } from '@pymaint/core';
import { readProject, sourceTree } from '@pymaint/python';
import { pinnedSdists, unpackedSdist } from '@pymaint/testing';
import { expect, it } from 'vitest';
import { classifiers } from './checks/metadata/classifiers.ts';
import { descriptionRenders } from './checks/metadata/description-renders.ts';
import { licence } from './checks/metadata/licence.ts';
import { summary } from './checks/metadata/summary.ts';
import { urls } from './checks/metadata/urls.ts';
import type { ReleaseFacts } from './facts.ts';
import { gatherDescription } from './gather/description.ts';
import { findingsOf } from './testing.ts';

const CHECKS: readonly Check<ReleaseFacts>[] = [classifiers, licence, summary, urls];

/** What a project of these files declares, where no other file is needed for it. */
async function projectOf(folder: string): Promise<ReleaseFacts['project']> {
  const files: { [path: string]: string } = {};
  for (const path of ['pyproject.toml', 'setup.cfg', 'setup.py']) {
    const text = await readFile(`${folder}/${path}`, 'utf8').catch(() => undefined);
    if (text !== undefined) files[path] = text;
  }
  const project = readProject(sourceTree(files));
  return project === undefined
    ? notKnown('there is no project')
    : known(project, fileStart(project.file));
}

async function descriptionOf(
  folder: string,
  project: ReleaseFacts['project'],
): Promise<ReleaseFacts['description']> {
  const read = (path: string): Promise<string | undefined> =>
    readFile(`${folder}/${path}`, 'utf8').catch(() => undefined);
  const sources = { files: [], pyproject: tomlDocument('pyproject.toml', ''), read };
  return project.known ? gatherDescription(sources, project.value) : project;
}

it('finds no error in the descriptions of real projects', async () => {
  const found: string[] = [];
  let read = 0;
  for (const { name } of await pinnedSdists()) {
    const folder = await unpackedSdist(name);
    const description = await descriptionOf(folder, await projectOf(folder));
    read += description.known ? 1 : 0;
    found.push(
      ...findingsOf(descriptionRenders, { description }).map((finding) => `${name} ${finding}`),
    );
  }
  expect(read).toBeGreaterThan(50);
  expect(found.filter((finding) => /^\S+ error /.test(finding))).toEqual([]);
  expect(found.length).toBeLessThan(100);
}, 120_000);

it('finds no error and no warning in the declared metadata of real projects', async () => {
  const found: string[] = [];
  let read = 0;
  for (const { name } of await pinnedSdists()) {
    const project = await projectOf(await unpackedSdist(name));
    read += project.known ? 1 : 0;
    for (const check of CHECKS)
      found.push(...findingsOf(check, { project }).map((finding) => `${name} ${finding}`));
  }
  expect(read).toBeGreaterThan(60);
  expect(found.filter((finding) => !/^\S+ notice /.test(finding))).toEqual([]);
  expect(found.length).toBeLessThan(15);
}, 120_000);
