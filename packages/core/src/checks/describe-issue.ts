import type * as z from 'zod'

type Issue = z.core.$ZodIssue

/** What is wrong with a parameter, after its name: " is required: text or a list", ": it must be a number". */
export function describeIssue(issue: Issue, parameters: unknown): string {
  const forms = [...new Set(formsOf(issue))]
  if (forms.length === 0) return `: ${issue.message}`
  const takes = `${forms.slice(0, -1).join(', ')}${forms.length > 1 ? ' or ' : ''}${forms.at(-1) ?? ''}`
  return isGiven(parameters, issue.path) ? `: it must be ${takes}` : ` is required: ${takes}`
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  null: 'null',
}

/** Every form the value may have; empty where it has the right one and is wrong in another way. */
function formsOf(issue: Issue): readonly string[] {
  switch (issue.code) {
    case 'invalid_type':
      return [typeNames[issue.expected] ?? issue.expected]
    case 'invalid_value':
      return issue.values.map(String)
    case 'invalid_union': {
      const members = issue.errors.map(([first]) => first)
      // A member that is wrong further inside was the one that was meant.
      return members.some((member) => member === undefined || member.path.length > 0)
        ? []
        : members.flatMap((member) => (member === undefined ? [] : formsOf(member)))
    }
    default:
      return []
  }
}

function isGiven(value: unknown, path: readonly PropertyKey[]): boolean {
  const [key, ...rest] = path
  if (key === undefined) return value !== undefined
  if (typeof value !== 'object' || value === null) return false
  return isGiven(Object.entries(value).find(([name]) => name === String(key))?.[1], rest)
}
