// npm run docs: writes the pages that are made from tables.
import { writeFileSync } from 'node:fs';
import { fieldsPage } from './fields-page';
import { problemsPage } from './problems-page';

writeFileSync('docs/problems.md', problemsPage());
writeFileSync('docs/fields.md', fieldsPage());
