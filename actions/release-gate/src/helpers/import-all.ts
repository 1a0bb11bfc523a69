/**
 * A Python program that imports modules and looks entry points up, as JSON in a file:
 * `import-all REQUEST FILE`, where the request is `{"modules": [...], "objects": [["module", "attr.attr"], ...]}`.
 * Each import is tried in the same process, since they will meet in one with users too. What the modules print is theirs.
 */
export const IMPORT_ALL = `
import importlib, json, sys

request, result = json.loads(sys.argv[1]), sys.argv[2]

def attempt(module, attributes):
    try:
        found = importlib.import_module(module)
        for name in attributes.split('.') if attributes else []:
            found = getattr(found, name)
    except BaseException as thrown:
        return type(thrown).__name__ + ': ' + str(thrown)[:500]
    return None

answer = {
    'modules': [attempt(module, '') for module in request['modules']],
    'objects': [attempt(module, attributes) for module, attributes in request['objects']],
}
with open(result, 'w', encoding='utf-8') as file:
    json.dump(answer, file)
`;
