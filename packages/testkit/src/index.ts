export {
  startScriptedServer,
  type ModelScript,
  type ScriptedReply,
  type ScriptedRequest,
  type ScriptedServer,
} from './scripted-server.ts'
