import { fail, failIf, listed } from '@pymaint/core';
import { fileName } from '@pymaint/python';
import { check } from '../../check.ts';

/** The package can be imported where nothing is installed but the wheel and what it requires. */
export const imports = check({
  id: 'artifact/imports',
  summary: 'The package can be imported from the wheel alone',
  reads: ['imports', 'project'],
  needs: ['artifact/builds'],
  judge: ({ imports, project }) => {
    const { modules, trouble } = imports.value;
    const { place } = project;
    if (trouble !== undefined)
      return fail({ message: trouble.message, place, remedy: trouble.remedy });
    const { name } = project.value;
    const own = name.known ? fileName(name.value) : '';
    return failIf(
      modules.flatMap(({ module, error }) =>
        error === undefined
          ? []
          : [
              {
                // Helpers beside the package may be meant for something else than to be imported.
                level: module.toLowerCase() === own || modules.length === 1 ? 'error' : 'warning',
                message: `Unexpected failure of \`import ${module}\` with the wheel and its requirements alone, expected it to work: ${error}`,
                place,
                remedy:
                  'name what it needs in `dependencies`, and let the wheel hold all its modules',
              } as const,
            ],
      ),
      listed(modules.map(({ module }) => module)),
    );
  },
});
