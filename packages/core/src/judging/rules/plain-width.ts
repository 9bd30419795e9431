/** Full-width letters, digits and marks as their ordinary forms, every place kept. */
export const toPlainWidth = (text: string): string =>
  text.replaceAll(/[\uff01-\uff5e\u3000]/g, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  )
