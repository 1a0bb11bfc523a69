"""What docutils reads in reStructuredText files, as the truth for our own reader.

Reads the paths of files from standard input, one a line, and writes one JSON object a line: the path and the
sorted records of all that it holds, each a string of fields with `|` between them:

    role|LINE|NAME|TARGET|TITLE      directive|LINE|NAME|ARGUMENT    heading|LINE|LEVEL|TEXT
    named|LINE|NAME  anonymous|LINE|TEXT  embedded|LINE|URI  alias|LINE|NAME  bare|URI
    footnote-ref|LINE|LABEL  citation-ref|LINE|LABEL  substitution-ref|LINE|NAME  inline-target|LINE|NAME
    target|LINE|NAME|VALUE  footnote|LINE|LABEL  citation|LINE|LABEL  substitution|LINE|NAME
    comment|LINE  literal|LINE|LINES

Roles are recorded whatever their name. Directives take what docutils' and Sphinx's own classes take; which of
them read their content, and how, stands below. A directive that neither knows has an optional argument,
options and a content of body elements, so that nothing in it is lost. Lines count from 1 and are those of the
construct itself, not those of its paragraph, which is all that docutils keeps.
"""

import json
import re
import sys
from importlib import import_module

from docutils import frontend, nodes, utils
from docutils.parsers import rst
from docutils.parsers.rst import directives, roles, states
from docutils.parsers.rst.directives import tables
from docutils.statemachine import StringList
from docutils.utils import unescape

# How directives read their content. All others that take content do not read it as reStructuredText.
BODY = set(
    """attention caution danger error hint important note tip warning admonition topic sidebar compound
    container class header footer table list-table figure replace seealso todo acks hlist cssclass rst-class
    versionadded versionchanged deprecated versionremoved version-added version-changed version-deprecated
    version-removed""".split()
)
TITLES = {"only", "ifconfig", "module", "py:module", "js:module"}
QUOTE = {"epigraph", "highlights", "pull-quote"}
INLINE_ARGUMENT = set(
    """admonition topic sidebar table list-table rubric centered sectionauthor moduleauthor codeauthor""".split()
)
VERSION = set(
    """versionadded versionchanged deprecated versionremoved version-added version-changed version-deprecated
    version-removed""".split()
)
CAPTION = {"code-block", "sourcecode", "literalinclude"}
# Neither docutils nor Sphinx: extensions whose content is another language.
LITERAL = set(
    """mermaid uml plantuml d2 aafig altair-plot plot ipython jupyter-execute pyscript replite try_examples
    prompt terminal console code-tab code-include rst-example exec program-output command-output runblock
    autoprogram sphinx_argparse_cli argparse click:example click:run tablex autolink""".split()
)

records = []
# How many directives of these kinds are around.
flags = {"only": 0, "csv": 0}


def record(*fields):
    # The cells of a csv-table have lost their lines.
    if flags["csv"] and len(fields) > 2:
        fields = (fields[0], "-", *fields[2:])
    records.append("|".join(" ".join(str(field).split()) for field in fields))


class Anything(dict):
    """An option_spec that takes every option as it is written."""

    lenient = False

    def __missing__(self, key):
        return lambda argument: argument or ""


class Lenient(Anything):
    lenient = True


def known_classes():
    """The directive classes of docutils and of Sphinx with its domains and extensions, by name."""
    found = {}
    for name, (module, attribute) in directives._directive_registry.items():
        found[name] = getattr(import_module(f"docutils.parsers.rst.directives.{module}"), attribute)
    import sphinx.application  # noqa: F401
    from sphinx.domains import c, changeset, cpp, index, javascript, python, std
    from sphinx.domains import rst as rst_domain
    from sphinx.directives import ObjectDescription, code, other, patches

    found |= {
        "toctree": other.TocTree, "sectionauthor": other.Author, "moduleauthor": other.Author,
        "codeauthor": other.Author, "tabularcolumns": other.TabularColumns, "centered": other.Centered,
        "acks": other.Acks, "hlist": other.HList, "only": other.Only, "highlight": code.Highlight,
        "code-block": code.CodeBlock, "sourcecode": code.CodeBlock, "literalinclude": code.LiteralInclude,
        "describe": ObjectDescription, "object": ObjectDescription, "math": patches.MathDirective,
        "rubric": patches.Rubric, "code": patches.Code, "index": index.IndexDirective,
        "cssclass": found["class"], "rst-class": found["class"],
    }
    from sphinx.directives import DefaultDomain
    from sphinx.directives.admonitions import SeeAlso

    found |= {"default-domain": DefaultDomain, "seealso": SeeAlso}
    for name in VERSION:
        found[name] = changeset.VersionChange
    for domain in (
        c.CDomain, cpp.CPPDomain, javascript.JavaScriptDomain, python.PythonDomain, rst_domain.ReSTDomain,
        std.StandardDomain,
    ):
        for name, cls in domain.directives.items():
            found[f"{domain.name}:{name}"] = cls
            if domain.name in ("py", "std") and (name not in found):
                found[name] = cls
    from sphinx.ext import autosummary, doctest, graphviz, ifconfig, inheritance_diagram, todo
    from sphinx.ext.autodoc.directive import AutodocDirective

    found |= {
        "doctest": doctest.DoctestDirective, "testcode": doctest.TestcodeDirective,
        "testoutput": doctest.TestoutputDirective, "testsetup": doctest.TestsetupDirective,
        "testcleanup": doctest.TestcleanupDirective, "todo": todo.Todo, "todolist": todo.TodoList,
        "graphviz": graphviz.Graphviz, "graph": graphviz.GraphvizSimple, "digraph": graphviz.GraphvizSimple,
        "inheritance-diagram": inheritance_diagram.InheritanceDiagram, "autosummary": autosummary.Autosummary,
        "ifconfig": ifconfig.IfConfig,
    }
    for kind in "module class exception function decorator method attribute property data type".split():
        found["auto" + kind] = AutodocDirective
    return found


KNOWN = known_classes()


def is_object(cls):
    from sphinx.directives import ObjectDescription
    from sphinx.ext.autodoc.directive import AutodocDirective

    return issubclass(cls, (ObjectDescription, AutodocDirective))


class Recorded(rst.Directive):
    """A directive that notes itself and reads its content as the real one would."""

    name_here = ""
    with_titles = False

    def run(self):
        name = self.name.lower()
        _, line = self.state_machine.get_source_and_line(self.lineno)
        argument = " ".join(self.arguments)
        record("directive", line, self.name, argument)
        node = nodes.container()
        first = self.lineno
        if name in VERSION and len(self.arguments) == 2:
            text = self.arguments[1]
            start = self.block_text.find(text.split("\n")[0])
            self.state.inline_text(text, first + self.block_text.count("\n", 0, max(start, 0)))
        elif name in INLINE_ARGUMENT and self.arguments:
            self.state.inline_text(self.arguments[0], first)
        if name in CAPTION and self.options.get("caption"):
            self.state.inline_text(self.options["caption"], first)
        elif getattr(self, "unknown", False) and self.with_titles and self.arguments:
            count = len(records)
            self.state.inline_text(self.arguments[0], first)
            records[count:] = [one for one in records[count:] if one.startswith("role|") and "||" not in one[:10]]
        self.read_content(name, node)
        return [nodes.Text("x")] if isinstance(self.state, states.SubstitutionDef) else [node]

    def read_content(self, name, node):
        if not self.content:
            return
        if self.with_titles or name in TITLES:
            memo = self.state.memo
            styles, level = memo.title_styles, memo.section_level
            memo.title_styles, memo.section_level = [], 0
            flags["only"] += name in ("only", "ifconfig")
            self.state.nested_parse(self.content, self.content_offset, node, match_titles=True)
            flags["only"] -= name in ("only", "ifconfig")
            memo.title_styles, memo.section_level = styles, level
        elif name in BODY:
            self.state.nested_parse(self.content, self.content_offset, node)
        elif name in QUOTE:
            self.state.block_quote(self.content, self.content_offset)
        elif name == "parsed-literal":
            self.state.inline_text("\n".join(self.content), self.content_offset + 1)
        elif name == "line-block":
            for n, text in enumerate(self.content):
                self.state.inline_text(text.strip(), self.content_offset + n + 1)
        elif name in ("glossary", "std:glossary"):
            self.read_glossary(node)

    def read_glossary(self, node):
        """Sphinx's Glossary.run: terms at the left, definitions below them."""
        in_definition, in_comment = True, False
        entries = []
        indent = 0
        for line, (source, offset) in zip(self.content, self.content.items, strict=True):
            if not line:
                if in_definition and entries:
                    entries[-1][1].append("", source, offset)
                continue
            if not line[0].isspace():
                if line.startswith(".. "):
                    in_comment = True
                    continue
                in_comment = False
                entries.append(((line, offset), StringList()))
                in_definition = False
            elif not in_comment:
                if not in_definition:
                    in_definition = True
                    indent = len(line) - len(line.lstrip())
                if entries:
                    entries[-1][1].append(line[indent:], source, offset)
        for (line, offset), definition in entries:
            term = re.split(" +: +", line)[0]
            self.state.inline_text(term, offset + 1)
            if definition:
                self.state.nested_parse(definition, definition.items[0][1], node)


class RecordedCsv(tables.CSVTable):
    option_spec = Anything(tables.CSVTable.option_spec)

    def run(self):
        _, line = self.state_machine.get_source_and_line(self.lineno)
        record("directive", line, self.name, " ".join(self.arguments))
        if "file" in self.options or "url" in self.options:
            if self.arguments:
                self.state.inline_text(self.arguments[0], self.lineno)
            return [nodes.container()]
        flags["csv"] += 1
        try:
            return super().run()
        finally:
            flags["csv"] -= 1


made = {}


def find_directive(name, language, document):
    key = name.lower()
    if key not in made:
        made[key] = make_directive(key)
    return made[key], []


def make_directive(key):
    if key == "csv-table":
        return RecordedCsv
    real = KNOWN.get(key)
    if real is None:
        kind = "literal" if key in LITERAL else "titles"
        return type("Unknown", (Recorded,), {
            "optional_arguments": 1, "final_argument_whitespace": True, "has_content": True,
            "option_spec": Lenient(x=str), "unknown": True, "with_titles": kind == "titles",
        })
    return type("Known", (Recorded,), {
        "required_arguments": real.required_arguments, "optional_arguments": real.optional_arguments,
        "final_argument_whitespace": real.final_argument_whitespace, "has_content": real.has_content,
        "option_spec": Anything(x=str) if real.option_spec else None, "unknown": False,
        "with_titles": is_object(real),
    })


directives.directive = find_directive
original_block = states.Body.parse_directive_block
original_options = utils.extract_extension_options


def extract_extension_options(field_list, options_spec):
    """Of an unknown directive nothing is wrong with any option."""
    if not getattr(options_spec, "lenient", False):
        return original_options(field_list, options_spec)
    return {field[0].astext().lower(): field[1].astext() for field in field_list}


utils.extract_extension_options = extract_extension_options


def parse_directive_block(self, indented, line_offset, directive, option_presets):
    """Of an unknown directive whose text starts below its name, that text is the content."""
    if getattr(directive, "unknown", False) and indented and not indented[0].strip():
        rest = indented[1:]
        first = next((n for n, line in enumerate(rest) if line.strip()), len(rest))
        if rest and first == 0 and not re.match(states.Body.patterns["field_marker"], rest[0]):
            directive = type("Below", (directive,), {"optional_arguments": 0})
    return original_block(self, indented, line_offset, directive, option_presets)


states.Body.parse_directive_block = parse_directive_block


# Inline markup, with the line of each construct.

original_inline_text = states.RSTState.inline_text


def inline_text(self, text, lineno):
    try:
        _, line = self.state_machine.get_source_and_line(lineno)
    except (AttributeError, IndexError):
        line = lineno
    self.inliner.first_line = line or lineno
    return original_inline_text(self, text, lineno)


states.RSTState.inline_text = inline_text
Inliner = states.Inliner
original_parse = Inliner.parse


def parse(self, text, lineno, memo, parent):
    if not hasattr(self, "first_line"):
        self.first_line = lineno
    self.whole = text
    return original_parse(self, text, lineno, memo, parent)


Inliner.parse = parse


def line_of(self, match, group):
    start = len(self.whole) - len(match.string) + match.start(group)
    return self.first_line + self.whole.count("\n", 0, start)


EXPLICIT_TITLE = re.compile(r"^(.+?)\s*(?<!\x00)<([^<]*?)>$", re.DOTALL)


def interpreted(self, rawsource, text, role, lineno):
    match = EXPLICIT_TITLE.match(text.removeprefix("!"))
    title = unescape(match.group(1)) if match else ""
    target = unescape(match.group(2) if match else text.removeprefix("!"))
    record("role", self.here, role or "", target.removeprefix("~") or target, title)
    return [nodes.inline(rawsource, unescape(text))], []


Inliner.interpreted = interpreted
original_interpreted = Inliner.interpreted_or_phrase_ref
original_phrase = Inliner.phrase_ref


def interpreted_or_phrase_ref(self, match, lineno):
    self.here = line_of(self, match, "role" if match.group("role") else "backquote")
    return original_interpreted(self, match, lineno)


def phrase_ref(self, before, after, rawsource, escaped, text=None):
    result = original_phrase(self, before, after, rawsource, escaped, text)
    node = result[1][0]
    embedded = self.patterns.embedded_link.search(escaped)
    if "refuri" in node:
        record("embedded", self.here, node["refuri"].removeprefix("mailto:"))
    elif embedded:
        record("alias", self.here, node["refname"])
    elif "anonymous" in node:
        record("anonymous", self.here, node.astext())
    else:
        record("named", self.here, node["refname"])
    return result


def reference(self, match, lineno, anonymous=False):
    record("anonymous" if anonymous else "named", line_of(self, match, "whole"),
           match.group("refname") if anonymous else nodes.fully_normalize_name(match.group("refname")))
    return original_reference(self, match, lineno, anonymous)


def anonymous_reference(self, match, lineno):
    return reference(self, match, lineno, anonymous=True)


def footnote_reference(self, match, lineno):
    kind = "citation-ref" if match.group("citationlabel") else "footnote-ref"
    record(kind, line_of(self, match, "whole"), match.group("footnotelabel"))
    return original_footnote(self, match, lineno)


def substitution_reference(self, match, lineno):
    line = line_of(self, match, "start")
    result = original_substitution(self, match, lineno)
    for node in result[1]:
        if isinstance(node, nodes.problematic):
            continue
        name = node.astext()
        record("substitution-ref", line, name)
        if isinstance(node, nodes.reference):
            kind = "anonymous" if "anonymous" in node else "named"
            record(kind, line, name if kind == "anonymous" else nodes.fully_normalize_name(name))
    return result


def inline_internal_target(self, match, lineno):
    line = line_of(self, match, "start")
    result = original_target(self, match, lineno)
    for node in result[1]:
        if isinstance(node, nodes.target):
            record("inline-target", line, node.astext())
    return result


def standalone_uri(self, match, lineno):
    result = original_uri(self, match, lineno)
    record("bare", unescape(match.group("whole")))
    return result


original_reference = Inliner.reference
original_footnote = Inliner.footnote_reference
original_substitution = Inliner.substitution_reference
original_target = Inliner.inline_internal_target
original_uri = Inliner.standalone_uri
Inliner.interpreted_or_phrase_ref = interpreted_or_phrase_ref
Inliner.phrase_ref = phrase_ref
Inliner.standalone_uri = standalone_uri
Inliner.dispatch = Inliner.dispatch | {
    "`": interpreted_or_phrase_ref,
    "_`": inline_internal_target,
    "|": substitution_reference,
    "]_": footnote_reference,
    "_": reference,
    "__": anonymous_reference,
}

# Block constructs.

original_add_target = states.Body.add_target
original_comment = states.Body.comment
original_subsection = states.RSTState.new_subsection


def add_target(self, targetname, refuri, target, lineno):
    # The target's own line: the state machine stands on its last.
    _, line = self.state_machine.get_source_and_line(lineno)
    value = target.get("refname")
    value = f"{target.indirect_reference_name}_" if value else refuri
    record("target", line, unescape(targetname or ""), value)
    return original_add_target(self, targetname, refuri, target, lineno)


def comment(self, match):
    _, line = self.state_machine.get_source_and_line()
    record("comment", line)
    return original_comment(self, match)


def new_subsection(self, title, lineno, messages):
    try:
        _, line = self.state_machine.get_source_and_line(lineno)
    except (AttributeError, IndexError):
        line = lineno
    level = len(self.parent.section_hierarchy()) + 1
    # Sphinx finds a place for the sections of `only` afterwards.
    record("heading", line, "-" if flags["only"] else level, title)
    return original_subsection(self, title, lineno, messages)


states.Body.add_target = add_target
states.Body.comment = comment
states.RSTState.new_subsection = new_subsection


def noting(original, kind, label):
    def note(self, node, *rest):
        record(kind, node.line, label(node, *rest))
        return original(self, node, *rest)

    return note


def footnote_label(node, *rest):
    if node.get("auto") == "*":
        return "*"
    name = node["names"][0] if node["names"] else ""
    return f"#{name}" if node.get("auto") else name


document = nodes.document
document.note_footnote = noting(document.note_footnote, "footnote", footnote_label)
document.note_autofootnote = noting(document.note_autofootnote, "footnote", footnote_label)
document.note_symbol_footnote = noting(document.note_symbol_footnote, "footnote", footnote_label)
document.note_citation = noting(document.note_citation, "citation", footnote_label)
original_definition = document.note_substitution_def


def note_substitution_def(self, subdef, name, msgnode=None):
    record("substitution", subdef.line, name)
    return original_definition(self, subdef, name, msgnode)


document.note_substitution_def = note_substitution_def


def read(path):
    records.clear()
    parser = rst.Parser()
    settings = frontend.get_default_settings(rst.Parser)
    settings.report_level, settings.halt_level = 6, 6
    settings.file_insertion_enabled = False
    settings.line_length_limit = 10**9
    settings.warning_stream = ""
    with open(path, encoding="utf-8-sig", newline=None, errors="replace") as file:
        text = file.read()
    tree = utils.new_document(path, settings)
    try:
        parser.parse(text, tree)
    except Exception as error:  # noqa: BLE001
        return {"path": path, "failed": f"{type(error).__name__}: {error}"}
    for node in tree.findall(lambda n: isinstance(n, (nodes.literal_block, nodes.doctest_block))):
        if node.line and not isinstance(node.parent, nodes.system_message):
            record("literal", node.rawsource.count("\n") + 1, node.rawsource.split("\n")[0])
    return {"path": path, "records": sorted(records)}


if __name__ == "__main__":
    sys.setrecursionlimit(10_000)
    for path in sys.stdin.read().splitlines():
        json.dump(read(path), sys.stdout)
        print()
