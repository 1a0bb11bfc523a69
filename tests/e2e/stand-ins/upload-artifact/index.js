const { cpSync, existsSync, mkdirSync, statSync } = require('node:fs');
const { basename, join } = require('node:path');

const folder = join(process.env.E2E_ARTIFACTS, process.env.INPUT_NAME);
const paths = process.env.INPUT_PATH.split('\n')
  .map((path) => path.trim())
  .filter((path) => path !== '' && existsSync(path));
if (paths.length === 0 && process.env['INPUT_IF-NO-FILES-FOUND'] === 'error') {
  console.log(`::error::No files were found with the provided path: ${process.env.INPUT_PATH}`);
  process.exitCode = 1;
}
if (existsSync(folder)) throw new Error('an artifact with this name already exists');
mkdirSync(folder, { recursive: true });
for (const path of paths)
  cpSync(path, statSync(path).isDirectory() ? folder : join(folder, basename(path)), {
    recursive: true,
  });
