import { failIf, skip, type Problem } from '@pymaint/core';
import { checkLicenseExpression } from '@pymaint/python';
import { check } from '../../check.ts';
import { faultProblem } from '../../judging/value-fault.ts';

/** The licence expression is one of SPDX's (PEP 639), and no classifier says the same again. */
export const licence = check({
  id: 'metadata/licence',
  summary: 'The licence is an SPDX expression that indexes accept',
  reads: ['project'],
  judge: ({ project }) => {
    const { license, classifiers } = project.value;
    if (!license.known || license.value.form !== 'expression')
      return skip('the project declares no licence expression');
    const { value: expression } = license.value;
    const beside = classifiers.known ? classifiers.value : [];
    const problems = [
      ...checkLicenseExpression(expression).map((fault) => faultProblem(fault, license.place)),
      ...beside
        .filter(({ text }) => text.startsWith('License :: '))
        .map(({ text, place }): Problem => ({
          // Deprecated, yet accepted; setuptools refuses to build it.
          level: project.value.backend.id === 'setuptools' ? 'warning' : 'notice',
          message: `Unexpected classifier \`${text}\` beside the licence expression \`${expression}\`, expected the expression alone`,
          place,
          related: [{ message: 'the licence expression', place: license.place }],
          remedy: 'delete the classifier (PEP 639)',
        })),
    ];
    return failIf(problems, expression);
  },
});
