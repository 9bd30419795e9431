/** Forms that set text off as if it came from another speaker: of chat templates, faked turns, tool calls, borders. */
interface StructureMark {
  readonly label: string
  readonly pattern: RegExp
  /** What it adds to the log odds of an injection. */
  readonly weight: number
}

export const structureMarks: readonly StructureMark[] = [
  {
    label: 'role-marker',
    pattern:
      /<\|(?:im_start|im_end|system|assistant|user|endoftext|eot_id|start_header_id|begin_of_text)\|?>|\[\/?INST\]|<<\/?SYS>>|<\/?(?:start|end)_of_turn>/g,
    weight: 1,
  },
  {
    label: 'faked-turn',
    pattern:
      /^[ \t]*(?:#{2,}|={3,}|-{3,}|\*{3,}|\[|<|\{)\s*(?:system|admin|developer|new instructions?|instructions?|override|assistant)(?: (?:message|note|prompt|update|override))?\s*(?:#{2,}|={3,}|-{3,}|\*{3,}|\]|>|\}|:)/gim,
    weight: 0.8,
  },
  {
    label: 'end-of-data',
    pattern:
      /(?:^|\n)\W{0,6}(?:end of|stop|close|begin(?:ning)? of)\s+(?:the\s+)?(?:document|text|input|context|data|user input|prompt|e-?mail|instructions?|system)\W{0,6}(?:\n|$)/gi,
    weight: 0.8,
  },
  {
    label: 'tool-call',
    pattern:
      /<(?:function_calls?|tool_call|tool_use|invoke)\b|"(?:tool_calls?|function_call)"\s*:|^[ \t]*Action(?: Input)?:[ \t]*\S.*\n[ \t]*(?:Action Input|Observation):/gim,
    weight: 0.5,
  },
]
