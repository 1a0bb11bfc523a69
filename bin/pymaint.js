#!/usr/bin/env node
// The command as pre-commit and npm start it: the committed bundle, with nothing to build or install.
import '../dist/pymaint/index.js';
