const { readdirSync } = require('node:fs');

console.log(`would publish ${readdirSync('dist').toSorted().join(' ')}`);
