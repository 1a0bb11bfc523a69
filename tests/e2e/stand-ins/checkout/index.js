const { cpSync } = require('node:fs');

// act copies the working tree itself.
const { INPUT_REPOSITORY: repository, INPUT_PATH: path } = process.env;
if (repository === 'org/pymaint') cpSync(process.env.E2E_SERVED, path, { recursive: true });
