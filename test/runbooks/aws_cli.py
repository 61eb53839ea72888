"""The AWS CLI's own judgement of commands, many in one process: starting it anew for each would take minutes.

Reads one JSON object a line, {"argv": [...], "run": bool}, and answers one line each:
{"ok": bool, "says": str, "printed": str, "calls": [str]}; "calls" are AWS's operations that a command comes to, such as
"rds DescribeDBInstances", told only where nothing is called.

Without "run" nothing is called: the CLI reads the words, botocore checks the parameters against AWS's own model, and the query
is put to a sample of the answer, so that a member which AWS doesn't send is found. With it, the call is made (to AWS_ENDPOINT_URL).
"""

import contextlib
import functools
import io
import json
import sys

import awscli.clidriver as clidriver
from awscli.customizations.commands import BasicCommand
from awscli.customizations.waiters import WaiterCaller
from awscli.customizations.sessionmanager import StartSessionCaller
from botocore import xform_name
from botocore.utils import ArgumentGenerator
from botocore.validate import ParamValidator

calls = []

real_invoke = clidriver.CLIOperationCaller.invoke
real_wait = WaiterCaller.invoke
real_start = StartSessionCaller.invoke


class Unfit(Exception):
    pass


class AnyKey(dict):
    """A map whose keys are the caller's own: an item of DynamoDB, the tags of anything."""

    def __init__(self, value):
        super().__init__(any=value)
        self.value = value

    def get(self, key, default=None):
        return self.value


class Endless(dict):
    """A shape within itself, however deep the query goes."""

    def get(self, key, default=None):
        return self


# What botocore fills in for an idempotency token is a UUID, as long as this one.
TOKEN = "00000000-0000-4000-8000-000000000000"


class Samples(ArgumentGenerator):
    def _generate_type_map(self, shape, stack):
        return AnyKey(self._generate_skeleton(shape.value, stack))

    def _generate_skeleton(self, shape, stack, name=""):
        if shape.name in stack and shape.type_name == "structure":
            return Endless(any=1)
        return super()._generate_skeleton(shape, stack, name)


def check_call(self, service_name, operation_name, parameters, parsed_globals):
    calls.append(f"{service_name} {operation_name}")
    model = self._session.get_service_model(service_name).operation_model(operation_name)
    # What the CLI and botocore fill in by themselves.
    given = {name: value for name, value in parameters.items() if name != "PaginationConfig"}
    given.update({name: TOKEN for name in model.idempotent_members if name not in given})
    report = ParamValidator().validate(given, model.input_shape) if model.input_shape else None
    if report and report.has_errors():
        raise Unfit(report.generate_report())
    if parsed_globals.query is None or model.output_shape is None:
        return 0
    sample = Samples(use_member_names=True).generate_skeleton(model.output_shape)
    found = parsed_globals.query.search(sample)
    if found is None or (isinstance(found, list) and holds_none(found)):
        raise Unfit(f"the answer has nothing where {parsed_globals.query.expression} looks: {json.dumps(found, default=str)}")
    return 0


def holds_none(found):
    return any(one is None or (isinstance(one, list) and holds_none(one)) for one in found)


def check_wait(self, service_name, operation_name, parameters, parsed_globals):
    waiter = self._session.create_client(service_name, region_name=parsed_globals.region).get_waiter(xform_name(self._waiter_name))
    calls.append(f"{service_name} {waiter.config.operation}")
    return 0


def check_main(self, parsed_args, parsed_globals):
    return 0


def hold(on):
    clidriver.CLIOperationCaller.invoke = check_call if on else real_invoke
    WaiterCaller.invoke = check_wait if on else real_wait
    StartSessionCaller.invoke = check_call if on else real_start
    for custom in all_customs(BasicCommand):
        if "_run_main" in vars(custom):
            if not hasattr(custom, "_real_main"):
                custom._real_main = vars(custom)["_run_main"]
            custom._run_main = check_main if on else custom._real_main


def all_customs(kind):
    for one in kind.__subclasses__():
        yield one
        yield from all_customs(one)


@functools.cache
def driver():
    """One for all: each reads AWS's models anew, which takes longer than anything that is done with them."""
    return clidriver.create_clidriver()


def judge(argv, run):
    out, err = io.StringIO(), io.StringIO()
    calls.clear()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            hold(not run)
            code = driver().main(argv)
    except SystemExit as ended:
        code = ended.code
    except Unfit as unfit:
        return {"ok": False, "says": str(unfit), "printed": "", "calls": []}
    says = err.getvalue().strip()
    return {"ok": code in (0, None), "says": says[-600:], "printed": out.getvalue(), "calls": list(calls)}


for line in sys.stdin:
    asked = json.loads(line)
    sys.__stdout__.write(json.dumps(judge(asked["argv"], asked.get("run", False))) + "\n")
    sys.__stdout__.flush()
