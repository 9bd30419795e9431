"""Runs one user function for Assay: JSON lines in on standard input, JSON lines out on standard output.

Usage: python python-runner.py FILE FUNCTION THREADS    one function, as a target: its answers are made plain
       python python-runner.py FILE --memory MEGABYTES  any function, named in each request, by value

Needs nothing but Python 3.8. Whatever the user's code prints goes to standard error, so that it cannot
break the protocol. Messages out: {"ready": true}, {"failed": trace}, {"id", "answer"}, {"id", "error", "trace"}.
"""
import asyncio
import dataclasses
import importlib.util
import inspect
import json
import os
import sys
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor

requests = os.fdopen(os.dup(0), encoding="utf-8")
replies = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
os.dup2(2, 1)
write_lock = threading.Lock()

THREAD_NAMES = ("thread_id", "threadId")
# Passed by name to functions that name them.
SETTING_NAMES = ("prompt", "parameters")


def send(message):
    write(json.dumps(message, default=str))


def write(line):
    with write_lock:
        replies.write(line + "\n")
        replies.flush()


def load_module(file):
    folder = os.path.dirname(os.path.abspath(file))
    sys.path.insert(0, folder)
    spec = importlib.util.spec_from_file_location("assay_target", file)
    module = importlib.util.module_from_spec(spec)
    sys.modules["assay_target"] = module
    spec.loader.exec_module(module)
    return module


def find_function(module, name):
    function = module
    for part in name.split("."):
        function = getattr(function, part)
    if not callable(function):
        raise TypeError(f"{name} is not a function")
    return function


def takes_history(parameters):
    """A second parameter is the history, as in RAGET, unless its default shows that it is something else."""
    positional = [
        p for p in parameters
        if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD) and p.name not in THREAD_NAMES + SETTING_NAMES
    ]
    if len(positional) < 2:
        return any(p.kind == p.KEYWORD_ONLY and p.name == "history" for p in parameters)
    default = positional[1].default
    return default is inspect.Parameter.empty or default is None or isinstance(default, (list, tuple))


def make_call(function):
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):
        return lambda request: function(request["question"])
    history_wanted = takes_history(parameters)
    keyword_only = any(p.kind == p.KEYWORD_ONLY and p.name == "history" for p in parameters)
    settings = [p.name for p in parameters if p.name in SETTING_NAMES]
    thread_name = next((p.name for p in parameters if p.name in THREAD_NAMES), None)

    def call(request):
        arguments = [request["question"]]
        named = {}
        if history_wanted and keyword_only:
            named["history"] = request["history"]
        elif history_wanted:
            arguments.append(request["history"])
        if thread_name is not None:
            named[thread_name] = request["threadId"]
        for name in settings:
            if name in request:
                named[name] = request[name]
        return function(*arguments, **named)

    return call


def field(value, *names):
    for name in names:
        found = value.get(name) if isinstance(value, dict) else getattr(value, name, None)
        if found is not None:
            return found
    return None


def plain_document(document):
    """A string stays; LangChain's and LlamaIndex's documents become {id, text, score}."""
    if isinstance(document, (str, dict)):
        return document
    node = getattr(document, "node", document)
    text = field(node, "page_content", "text", "content")
    if text is None and callable(getattr(node, "get_content", None)):
        text = node.get_content()
    metadata = getattr(node, "metadata", None) or {}
    identity = field(node, "id", "id_", "node_id") or field(metadata, "id", "source")
    score = getattr(document, "score", None)
    plain = {"text": str(text if text is not None else document)}
    if identity is not None:
        plain["id"] = str(identity)
    if isinstance(score, (int, float)):
        plain["score"] = float(score)
    return plain


def plain_answer(value):
    """A string, a dict, or any object with `message`, `text`, `answer` or `content` and, where given, `documents`."""
    if value is None or isinstance(value, str):
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        value = {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
    if isinstance(value, dict):
        answer = dict(value)
    else:
        text = field(value, "message", "text", "answer", "content")
        answer = {"text": text if text is None or isinstance(text, str) else str(text)}
        for name in ("documents", "usage", "model"):
            found = getattr(value, name, None)
            if found is not None:
                answer[name] = found
    documents = answer.get("documents")
    if isinstance(documents, (list, tuple)):
        answer["documents"] = [plain_document(document) for document in documents]
    return answer


def target(file, name):
    call = make_call(find_function(load_module(file), name))

    def reply(identity, value):
        send({"id": identity, "answer": plain_answer(value)})

    return call, reply


def by_value(file, megabytes):
    limit_memory(megabytes)
    module = load_module(file)

    def call(request):
        return find_function(module, request["function"])(request["input"])

    def reply(identity, value):
        write(json.dumps({"id": identity, "answer": value}, default=plain_value, allow_nan=False))

    return call, reply


def limit_memory(megabytes):
    """Beyond what the bare interpreter takes. Where the system knows no such limit, there is none."""
    try:
        import resource
        with open("/proc/self/statm") as statm:
            taken = int(statm.read().split()[0]) * resource.getpagesize()
        limit = taken + megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    except (ImportError, OSError, ValueError):
        pass


def plain_value(value):
    """Dataclasses as dictionaries, numpy's numbers as numbers; anything else is an error, not a guess."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
    if callable(getattr(value, "item", None)):
        return value.item()
    raise TypeError(f"a {type(value).__name__} cannot be written as JSON")


def main():
    file, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    is_by_value = name == "--memory"
    threads = 1 if is_by_value else count
    try:
        call, reply = by_value(file, count) if is_by_value else target(file, name)
    except BaseException:
        send({"failed": traceback.format_exc()})
        return 1
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True).start()

    async def wait_for(awaitable):
        return await awaitable

    running = {}

    def answer(request):
        identity = request["id"]
        try:
            value = call(request)
            if inspect.isawaitable(value):
                future = asyncio.run_coroutine_threadsafe(wait_for(value), loop)
                running[identity] = future
                value = future.result()
            reply(identity, value)
        except BaseException as error:
            send({"id": identity, "error": f"{type(error).__name__}: {error}", "trace": traceback.format_exc()})
        finally:
            running.pop(identity, None)

    send({"ready": True})
    pool = ThreadPoolExecutor(max_workers=threads)
    for line in requests:
        request = json.loads(line)
        if "cancel" in request:
            future = running.get(request["cancel"])
            if future is not None:
                future.cancel()
            continue
        future = pool.submit(answer, request)
        running.setdefault(request["id"], future)
        if future.done():
            running.pop(request["id"], None)
    return 0


# os._exit: threads of user code that still run must not keep the process alive.
os._exit(main())
