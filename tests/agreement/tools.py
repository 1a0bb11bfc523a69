"""What the tools that people trust say of distributions: JSON in, JSON out.

For each `{name, sdist, wheel, tree}` (paths; `tree` is a git repository): `[[tool, kind, words], ...]`. The tools are called
in this process, through the functions that their own commands call.
"""
import io
import json
import logging
import os
import shutil
import sys
from contextlib import redirect_stderr, redirect_stdout
from email.parser import Parser
from zipfile import ZipFile

os.environ["VALIDATE_PYPROJECT_NO_NETWORK"] = "1"

import check_manifest
import tomllib
from check_wheel_contents.checker import WheelChecker
from check_wheel_contents.contents import WheelContents
from pyroma import projectdata, ratings
from twine.commands import check as twine_check
from twine.exceptions import InvalidDistribution
from validate_pyproject import api, errors

logging.disable(logging.CRITICAL)


def twine(project):
    for path in (project["sdist"], project["wheel"]):
        stream = twine_check._WarningStream()
        try:
            warnings, ok = twine_check._check_file(path, stream)
        except InvalidDistribution as error:
            yield "metadata", str(error)
            continue
        for warning in warnings:
            yield ("no-content-type" if "content_type" in warning else "no-description"), warning
        if not ok:
            yield "rendering", str(stream)


def check_wheel_contents(project):
    checker = WheelChecker()
    contents = WheelContents.from_wheel(project["wheel"])
    checker.configure_options(configpath=None)
    for failed in checker.check_contents(contents):
        yield failed.check.name, failed.show()


def pyroma(project):
    with ZipFile(project["wheel"]) as wheel:
        [path] = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
        message = Parser().parsestr(wheel.read(path).decode())
    original = projectdata.wheel_metadata
    projectdata.wheel_metadata = lambda *_: message
    try:
        data = projectdata.get_build_data(project["tree"])
    finally:
        projectdata.wheel_metadata = original
    for test in ratings.ALL_TESTS:
        kind = type(test).__name__
        if kind != "CheckManifest" and test.test(data) is False:
            yield kind + ("-missing" if kind == "Summary" and test.fatal else ""), test.message()


def validate_pyproject(project):
    path = os.path.join(project["tree"], "pyproject.toml")
    if not os.path.exists(path):
        return
    try:
        with open(path, "rb") as file:
            api.Validator()(tomllib.load(file))
    except errors.ValidationError as error:
        yield "data." + str(error.name).strip("`").split("[")[0], error.summary


def run_check_manifest(project):
    told = []

    class Quiet(check_manifest.UI):
        def error(self, message):
            told.append(message)

        def warning(self, message):
            told.append(message)

        def info(self, message):
            pass

        info_begin = info_continue = info_end = info

    original = check_manifest.build_sdist
    check_manifest.build_sdist = lambda folder, **_: shutil.copy(project["sdist"], folder)
    try:
        check_manifest.check_manifest(project["tree"], ui=Quiet())
    except check_manifest.Failure as failure:
        told.append(f"failure: {failure}")
    finally:
        check_manifest.build_sdist = original
    for message in told:
        for line in message.split("\n"):
            if line.startswith("missing from sdist"):
                yield "missing-from-sdist", message
            elif line.startswith("missing from VCS"):
                yield "missing-from-vcs", message
            elif "generated files" in line or "bad idea" in line:
                yield "generated-file", message
            elif line.startswith("failure"):
                yield "failure", message


TOOLS = {
    "twine check --strict": twine,
    "check-wheel-contents": check_wheel_contents,
    "pyroma": pyroma,
    "validate-pyproject": validate_pyproject,
    "check-manifest": run_check_manifest,
}


def said(project):
    for tool, ask in TOOLS.items():
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            answers = list(ask(project))
        for kind, words in answers:
            yield [tool, kind, words.strip()[:500]]


json.dump([list(said(project)) for project in json.load(sys.stdin)], sys.stdout)
