const { cpSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const {
  E2E_ARTIFACTS: from,
  INPUT_NAME: name,
  INPUT_PATTERN: pattern,
  INPUT_PATH: to,
} = process.env;
if (name) cpSync(join(from, name), to, { recursive: true });
else
  for (const one of readdirSync(from).filter((folder) => folder.startsWith(pattern.slice(0, -1))))
    cpSync(join(from, one), join(to, one), { recursive: true });
