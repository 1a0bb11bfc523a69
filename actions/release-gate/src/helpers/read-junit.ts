/**
 * A Python program that reads a JUnit XML file as pytest writes it (`junit_family=xunit1`, which keeps files and
 * lines) and gives the counts and the failures as JSON in a file: `read-junit XML FILE`.
 */
export const READ_JUNIT = `
import json, sys
from xml.etree import ElementTree

source, result = sys.argv[1:3]
KEPT, LONGEST = 1000, 20000
counts = {'tests': 0, 'failures': 0, 'errors': 0, 'skipped': 0}
failures = []
for case in ElementTree.parse(source).iter('testcase'):
    counts['tests'] += 1
    for part in case:
        if part.tag == 'skipped':
            counts['skipped'] += 1
        if part.tag not in ('failure', 'error'):
            continue
        counts['failures' if part.tag == 'failure' else 'errors'] += 1
        if len(failures) < KEPT:
            failures.append({
                'kind': part.tag, 'name': case.get('name', ''), 'group': case.get('classname', ''),
                'file': case.get('file', ''), 'line': int(case.get('line') or -1) + 1,
                'message': (part.get('message') or '')[:LONGEST], 'text': (part.text or '')[-LONGEST:],
            })
with open(result, 'w', encoding='utf-8') as file:
    json.dump({'counts': counts, 'failures': failures}, file)
`;
