export {
  startScriptedServer,
  type ModelScript,
  type ScriptedReply,
  type ScriptedRequest,
  type ScriptedServer,
} from './scripted-server.ts'
export { createFakeClock, type FakeClock } from './fake-clock.ts'
export { createMemoryRunStore, type MemoryRunStore } from './memory-run-store.ts'
export { createScriptedModel, type ScriptedModel, type ScriptedModelReply } from './scripted-model.ts'
export { sha256 } from './sha256.ts'
export { buildReport, type BuiltReport } from './summary-builder.ts'
export { buildJudgeLabel } from './judge-label-builder.ts'
export { buildTestCase } from './test-case-builder.ts'
export { createScriptedTarget, type ScriptedTarget } from './scripted-target.ts'
export { createRunPorts } from './run-ports.ts'
export { readFacts } from './fact-reader.ts'
export { buildServiceKnowledgeBase } from './service-knowledge-base.ts'
export { runScript, type ScriptOptions, type ScriptOutcome } from './run-script.ts'
export { runCommand, type CommandOptions, type CommandOutcome } from './run-command.ts'
export { createCheckPorts } from './check-ports.ts'
export { runScriptedCheck, type ScriptedCheck } from './run-scripted-check.ts'
export { startFakeHub, type FakeHub } from './fake-hub.ts'
