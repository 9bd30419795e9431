// The arrows of ARCHITECTURE.md, enforced: contracts ← core ← {connectors, local-models, storage} ← {server, cli}; contracts ← sdk.
const layer = (name, from, banned) => ({
  name,
  severity: 'error',
  // Tests may use the testkit, which sees core itself.
  from: { path: `^packages/${from}/(src|bench)`, pathNot: '\\.test\\.ts$|/bench/' },
  to: { path: banned },
})

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    layer('contracts-see-nothing', 'contracts', '^packages/(?!contracts/)'),
    layer('core-sees-contracts', 'core', '^packages/(?!core/|contracts/)'),
    layer('connectors-see-core', 'connectors', '^packages/(?!connectors/|core/|contracts/)'),
    layer('storage-sees-core', 'storage', '^packages/(?!storage/|core/|contracts/)'),
    layer('local-models-see-core', 'local-models', '^packages/(?!local-models/|core/|contracts/)'),
    layer('server-sees-no-command', 'server', '^packages/(?!server/|storage/|connectors/|core/|contracts/)'),
    layer('sdk-sees-contracts', 'sdk', '^packages/(?!sdk/|contracts/)'),
    // How figures are worded and where two values differ is what pages need of core; both pull in nothing else.
    layer(
      'web-sees-contracts-and-sdk',
      'web',
      '^packages/(?!web/|contracts/|sdk/|core/src/(wording|json-diff)/)',
    ),
    layer('testkit-sees-core', 'testkit', '^packages/(?!testkit/|core/|contracts/)'),
    {
      name: 'testkit-only-in-tests',
      severity: 'error',
      from: { path: '^packages/', pathNot: '\\.test\\.ts$|^packages/testkit/|/bench/' },
      to: { path: '^packages/testkit/' },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'core knows no file, network or process; it takes ports',
      from: { path: '^packages/(core|contracts)/src', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'index-is-the-entry-only',
      severity: 'error',
      comment: 'index.ts is for other packages; inside a package import the file itself',
      from: { path: '^packages/([^/]+)/' },
      to: { path: ['^packages/$1/src/index\\.ts$', '^packages/$1/src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'adapters-are-built-in-compose',
      severity: 'error',
      from: { path: '^packages/cli/src', pathNot: 'compose[^/]*\\.ts$|\\.test\\.ts$' },
      to: { path: '^packages/(connectors|storage|local-models|server|web)/' },
    },
    {
      name: 'no-drawer-folders',
      severity: 'error',
      from: {},
      to: { path: '^packages/.*/(utils?|helpers?|common|shared|misc|types)/' },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules|/fixtures/|packages/web/dist' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types', 'require'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
}
