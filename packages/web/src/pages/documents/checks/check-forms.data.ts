import type { CheckForm } from './check-form.ts'

/** Made by `node tools/generate-check-forms.ts`. */
export const checkForms: readonly CheckForm[] = [
  {
    id: 'equals',
    title: 'Equals',
    kind: 'text',
    needs: 'none',
    measures:
      'Whether the whole text is the expected one, or one of several; without `expected`, one of the references.',
    parameters: [
      {
        name: 'expected',
        as: 'lines',
        description: 'One text, or a list of right ones; default: the references',
      },
      {
        name: 'ignoreCase',
        as: 'yes',
        description: 'Compare without regard to case (Unicode case folding)',
        standard: 'false',
      },
      {
        name: 'normalise',
        as: 'yes',
        description: 'Compare in Unicode normal form C, white space at the ends left out',
        standard: 'true',
      },
    ],
  },
  {
    id: 'contains',
    title: 'Contains',
    kind: 'text',
    needs: 'none',
    measures: 'Whether the text holds the given phrases, letter by letter.',
    parameters: [
      { name: 'phrases', as: 'lines', description: 'One phrase, or a list', isRequired: true },
      {
        name: 'need',
        as: 'choice',
        description: 'How many of them must be there',
        options: ['all', 'any'],
        standard: '"all"',
      },
      {
        name: 'ignoreCase',
        as: 'yes',
        description: 'Compare without regard to case (Unicode case folding)',
        standard: 'false',
      },
      {
        name: 'normalise',
        as: 'yes',
        description: 'Compare in Unicode normal form C, white space at the ends left out',
        standard: 'true',
      },
    ],
  },
  {
    id: 'starts-with',
    title: 'Starts with',
    kind: 'text',
    needs: 'none',
    measures: 'Whether the text starts with the phrase, or with one of several.',
    parameters: [
      {
        name: 'phrases',
        as: 'lines',
        description: 'One phrase, or a list of which one must stand there',
        isRequired: true,
      },
      {
        name: 'ignoreCase',
        as: 'yes',
        description: 'Compare without regard to case (Unicode case folding)',
        standard: 'false',
      },
      {
        name: 'normalise',
        as: 'yes',
        description: 'Compare in Unicode normal form C, white space at the ends left out',
        standard: 'true',
      },
    ],
  },
  {
    id: 'ends-with',
    title: 'Ends with',
    kind: 'text',
    needs: 'none',
    measures: 'Whether the text ends with the phrase, or with one of several.',
    parameters: [
      {
        name: 'phrases',
        as: 'lines',
        description: 'One phrase, or a list of which one must stand there',
        isRequired: true,
      },
      {
        name: 'ignoreCase',
        as: 'yes',
        description: 'Compare without regard to case (Unicode case folding)',
        standard: 'false',
      },
      {
        name: 'normalise',
        as: 'yes',
        description: 'Compare in Unicode normal form C, white space at the ends left out',
        standard: 'true',
      },
    ],
  },
  {
    id: 'regex',
    title: 'Regular expression',
    kind: 'text',
    needs: 'none',
    measures: 'Whether the pattern (RE2 syntax) is found in the text, or with `whole` is the whole text.',
    parameters: [
      { name: 'pattern', as: 'text', description: 'Pattern in RE2 syntax', isRequired: true },
      {
        name: 'flags',
        as: 'text',
        description: 'i: any case, m: ^ and $ at lines, s: . takes line breaks',
        standard: '""',
      },
      { name: 'whole', as: 'yes', description: 'The whole text must be it', standard: 'false' },
    ],
  },
  {
    id: 'word-count',
    title: 'Word count',
    kind: 'text',
    needs: 'none',
    measures:
      'Number of words by the Unicode word boundaries (UAX 29); numbers are words, punctuation is not.',
    parameters: [
      { name: 'min', as: 'number', description: 'At least so many words' },
      { name: 'max', as: 'number', description: 'At most so many words' },
    ],
  },
  {
    id: 'sentence-count',
    title: 'Sentence count',
    kind: 'text',
    needs: 'none',
    measures: 'Number of sentences by the Unicode sentence boundaries (UAX 29).',
    parameters: [
      { name: 'min', as: 'number', description: 'At least so many sentences' },
      { name: 'max', as: 'number', description: 'At most so many sentences' },
    ],
  },
  {
    id: 'character-count',
    title: 'Character count',
    kind: 'text',
    needs: 'none',
    measures:
      'Number of characters as a reader sees them (grapheme clusters, UAX 29): an emoji or "é" is one.',
    parameters: [
      { name: 'min', as: 'number', description: 'At least so many characters' },
      { name: 'max', as: 'number', description: 'At most so many characters' },
    ],
  },
  {
    id: 'language',
    title: 'Language',
    kind: 'text',
    needs: 'none',
    measures:
      'Whether the text is in the given language, told by its script or by the function words of the language.',
    parameters: [
      { name: 'language', as: 'text', description: 'ISO 639-1 code; default: the language of the input' },
    ],
  },
  {
    id: 'refusal',
    title: 'Refusal',
    kind: 'text',
    needs: 'none',
    measures:
      'Whether the text declines: that it will not (policy) or cannot (not known) answer, or is empty.',
    parameters: [
      {
        name: 'partly',
        as: 'yes',
        description: 'An answer that declines in part is a refusal too',
        standard: 'false',
      },
    ],
  },
  {
    id: 'json',
    title: 'JSON',
    kind: 'text',
    needs: 'none',
    measures: 'Whether the whole text is one JSON value (RFC 8259) and, where given, meets the JSON Schema.',
    parameters: [
      {
        name: 'schema',
        as: 'json',
        description:
          'JSON Schema the value must meet: draft 2020-12, or draft 7 where `$schema` says so. Its patterns are RE2: no lookaround, no backreferences',
      },
    ],
  },
  {
    id: 'contains-json',
    title: 'Contains JSON',
    kind: 'text',
    needs: 'none',
    measures:
      'Whether a JSON object or list stands anywhere in the text, such as in a code fence, and one of them meets the JSON Schema where one is given.',
    parameters: [
      {
        name: 'schema',
        as: 'json',
        description:
          'JSON Schema the value must meet: draft 2020-12, or draft 7 where `$schema` says so. Its patterns are RE2: no lookaround, no backreferences',
      },
    ],
  },
  {
    id: 'readability',
    title: 'Readability (Flesch–Kincaid grade)',
    kind: 'text',
    needs: 'none',
    measures: 'Flesch–Kincaid grade: 0.39 · words/sentences + 11.8 · syllables/words − 15.59 (Kincaid et al.',
    parameters: [],
  },
  {
    id: 'reading-ease',
    title: 'Flesch reading ease',
    kind: 'text',
    needs: 'none',
    measures:
      'Flesch reading ease: 206.835 − 1.015 · words/sentences − 84.6 · syllables/words (Flesch 1948); 60 to 70 is plain English, below 30 hard.',
    parameters: [],
  },
  {
    id: 'perplexity',
    title: 'Perplexity',
    kind: 'text',
    needs: 'local model',
    measures:
      'exp(−mean log p) of the answer’s tokens by a small local model (SmolLM2-135M), from 1 with no upper end: as if it chose among so many equally likely tokens each time.',
    parameters: [],
  },
  {
    id: 'bits-per-byte',
    title: 'Bits per byte',
    kind: 'text',
    needs: 'local model',
    measures:
      '−Σ log p / (ln 2 · bytes) of the answer by a small local model (SmolLM2-135M), from 0 with no upper end: what the model would need to store a byte of it (Gao et al.',
    parameters: [],
  },
  {
    id: 'compare',
    title: 'Compare',
    kind: 'comparison',
    needs: 'none',
    measures:
      'Whether the part stands in the relation to a constant (`to`) or to another part of the case (`toPath`): as numbers with a tolerance, dates, or text.',
    parameters: [
      { name: 'to', as: 'json', description: 'The constant it is compared with' },
      { name: 'toPath', as: 'text', description: 'JSONPath of the part of the case it is compared with' },
      {
        name: 'operator',
        as: 'choice',
        description: 'How the part stands to the other value; between: to a list of two, both ends included',
        options: ['equals', 'not-equals', 'greater', 'at-least', 'less', 'at-most', 'between'],
        standard: '"equals"',
      },
      {
        name: 'as',
        as: 'choice',
        description:
          'What both are compared as; default: as a number where one side is one, as numbers or dates where two texts hold nothing else, else as they are',
        options: ['number', 'date', 'text'],
      },
      { name: 'tolerance', as: 'number', description: 'Numbers this far apart are equal', standard: '0' },
      {
        name: 'relativeTolerance',
        as: 'number',
        description: 'Numbers are equal within this share of the other value',
        standard: '0',
      },
    ],
  },
  {
    id: 'list',
    title: 'List',
    kind: 'comparison',
    needs: 'none',
    measures:
      'Whether any, all or none of the values of a list (which `on` selects) stand in the relation to a constant or to another part.',
    parameters: [
      {
        name: 'quantifier',
        as: 'choice',
        description: 'For how many it must hold',
        options: ['any', 'all', 'none'],
        standard: '"all"',
      },
      { name: 'to', as: 'json', description: 'The constant it is compared with' },
      { name: 'toPath', as: 'text', description: 'JSONPath of the part of the case it is compared with' },
      {
        name: 'operator',
        as: 'choice',
        description: 'How the part stands to the other value; between: to a list of two, both ends included',
        options: ['equals', 'not-equals', 'greater', 'at-least', 'less', 'at-most', 'between'],
        standard: '"equals"',
      },
      {
        name: 'as',
        as: 'choice',
        description:
          'What both are compared as; default: as a number where one side is one, as numbers or dates where two texts hold nothing else, else as they are',
        options: ['number', 'date', 'text'],
      },
      { name: 'tolerance', as: 'number', description: 'Numbers this far apart are equal', standard: '0' },
      {
        name: 'relativeTolerance',
        as: 'number',
        description: 'Numbers are equal within this share of the other value',
        standard: '0',
      },
    ],
  },
  {
    id: 'json-diff',
    title: 'JSON diff',
    kind: 'comparison',
    needs: 'none',
    measures: 'Share of the leaves of both JSON values together that agree, 0 to 1.',
    parameters: [
      { name: 'expected', as: 'json', description: 'The right value; default: the reference, read as JSON' },
      {
        name: 'ignore',
        as: 'lines',
        description: 'Paths left out, with all below them, such as $.id or $.items[*].id',
        standard: '[]',
      },
      {
        name: 'ignoreOrder',
        as: 'yes',
        description: 'The order of lists does not matter',
        standard: 'false',
      },
      { name: 'tolerance', as: 'number', description: 'Numbers this far apart are equal', standard: '0' },
      {
        name: 'relativeTolerance',
        as: 'number',
        description: 'Numbers are equal within this share of the expected one',
        standard: '0',
      },
    ],
  },
  {
    id: 'bleu',
    title: 'BLEU',
    kind: 'similarity',
    needs: 'none',
    measures: 'BP · exp(mean of log pₙ), n = 1 to 4; pₙ: clipped share of n-grams that a reference has.',
    parameters: [
      {
        name: 'tokenise',
        as: 'choice',
        description: 'How texts become tokens',
        options: ['13a', 'intl', 'char', 'none'],
        standard: '"13a"',
      },
      {
        name: 'smoothing',
        as: 'choice',
        description: 'What an order without a match counts as',
        options: ['exp', 'floor', 'add-k', 'none'],
        standard: '"exp"',
      },
      { name: 'smoothingValue', as: 'number', description: 'For floor (default 0.1) and add-k (default 1)' },
      {
        name: 'effectiveOrder',
        as: 'yes',
        description: 'Leave out orders longer than the text; default: for one case, not for the corpus',
      },
      { name: 'maxOrder', as: 'number', description: 'Longest n-gram', standard: '4' },
      { name: 'lowercase', as: 'yes', description: 'Compare in lower case', standard: 'false' },
    ],
  },
  {
    id: 'chrf',
    title: 'chrF',
    kind: 'similarity',
    needs: 'none',
    measures: '(1 + β²) · P · R / (β² · P + R) over character n-grams 1 to 6, β = 2; chrF++ adds words.',
    parameters: [
      { name: 'charOrder', as: 'number', description: 'Longest character n-gram', standard: '6' },
      {
        name: 'wordOrder',
        as: 'number',
        description: 'Longest word n-gram: 2 makes it chrF++',
        standard: '0',
      },
      { name: 'beta', as: 'number', description: 'Weight of recall over precision', standard: '2' },
      { name: 'lowercase', as: 'yes', description: 'Compare in lower case', standard: 'false' },
      { name: 'whitespace', as: 'yes', description: 'Count white space as characters', standard: 'false' },
      {
        name: 'epsilonSmoothing',
        as: 'yes',
        description: 'Average the F of each order, as chrF++.py does',
        standard: 'false',
      },
    ],
  },
  {
    id: 'ter',
    title: 'TER',
    kind: 'similarity',
    needs: 'none',
    measures: 'edits and shifts / mean reference length · 100.',
    parameters: [
      { name: 'normalized', as: 'yes', description: 'Split punctuation off', standard: 'false' },
      { name: 'noPunct', as: 'yes', description: 'Leave punctuation out', standard: 'false' },
      {
        name: 'asianSupport',
        as: 'yes',
        description: 'Split Chinese and Japanese to characters',
        standard: 'false',
      },
      { name: 'caseSensitive', as: 'yes', description: 'Compare with case', standard: 'false' },
    ],
  },
  {
    id: 'rouge-1',
    title: 'ROUGE-1',
    kind: 'similarity',
    needs: 'none',
    measures: 'F1 over the words both texts have.',
    parameters: [
      {
        name: 'stem',
        as: 'yes',
        description: 'Compare Porter stems of words longer than three letters',
        standard: 'false',
      },
    ],
  },
  {
    id: 'rouge-2',
    title: 'ROUGE-2',
    kind: 'similarity',
    needs: 'none',
    measures: 'F1 over the pairs of neighbouring words both texts have.',
    parameters: [
      {
        name: 'stem',
        as: 'yes',
        description: 'Compare Porter stems of words longer than three letters',
        standard: 'false',
      },
    ],
  },
  {
    id: 'rouge-l',
    title: 'ROUGE-L',
    kind: 'similarity',
    needs: 'none',
    measures: 'F1 over the longest common subsequence of words.',
    parameters: [
      {
        name: 'stem',
        as: 'yes',
        description: 'Compare Porter stems of words longer than three letters',
        standard: 'false',
      },
    ],
  },
  {
    id: 'rouge-lsum',
    title: 'ROUGE-Lsum',
    kind: 'similarity',
    needs: 'none',
    measures: 'F1 over the union of longest common subsequences, line by line.',
    parameters: [
      {
        name: 'stem',
        as: 'yes',
        description: 'Compare Porter stems of words longer than three letters',
        standard: 'false',
      },
    ],
  },
  {
    id: 'meteor',
    title: 'METEOR',
    kind: 'similarity',
    needs: 'none',
    measures: '(1 − γ · (chunks / m)^β) · P · R / (α · P + (1 − α) · R); matches by word, then by stem.',
    parameters: [
      {
        name: 'tokenise',
        as: 'choice',
        description: "How texts become words; treebank is nltk's and splits punctuation off",
        options: ['whitespace', 'treebank'],
        standard: '"whitespace"',
      },
      { name: 'alpha', as: 'number', description: 'Weight of recall in the mean', standard: '0.9' },
      { name: 'beta', as: 'number', description: 'Exponent of the fragmentation', standard: '3' },
      { name: 'gamma', as: 'number', description: 'Highest penalty', standard: '0.5' },
    ],
  },
  {
    id: 'token-f1',
    title: 'Token F1',
    kind: 'similarity',
    needs: 'none',
    measures: '2PR / (P + R) over the bags of normalised tokens.',
    parameters: [],
  },
  {
    id: 'exact-match',
    title: 'Exact match',
    kind: 'similarity',
    needs: 'none',
    measures: '1 where the normalised texts are equal: lower case, no punctuation, no articles.',
    parameters: [],
  },
  {
    id: 'wer',
    title: 'Word error rate',
    kind: 'similarity',
    needs: 'none',
    measures: '(S + D + I) / N over words.',
    parameters: [],
  },
  {
    id: 'cer',
    title: 'Character error rate',
    kind: 'similarity',
    needs: 'none',
    measures: '(S + D + I) / N over characters.',
    parameters: [],
  },
  {
    id: 'levenshtein',
    title: 'Levenshtein similarity',
    kind: 'similarity',
    needs: 'none',
    measures: '1 − distance / length of the longer text, in characters.',
    parameters: [],
  },
  {
    id: 'jaro-winkler',
    title: 'Jaro–Winkler similarity',
    kind: 'similarity',
    needs: 'none',
    measures: 'Jaro + prefix · 0.1 · (1 − Jaro), up to 4 equal first characters, where Jaro is above 0.7.',
    parameters: [
      { name: 'prefixWeight', as: 'number', description: 'Weight of an equal beginning', standard: '0.1' },
    ],
  },
  {
    id: 'embedding-similarity',
    title: 'Embedding similarity',
    kind: 'similarity',
    needs: 'embeddings',
    measures: 'Cosine of the embeddings of the answer and the nearest reference, −1 to 1.',
    parameters: [],
  },
  {
    id: 'hit-rate',
    title: 'Hit rate at k',
    kind: 'retrieval',
    needs: 'none',
    measures: '1 where one of the first k retrieved documents holds a reference passage, else 0.',
    parameters: [
      { name: 'k', as: 'number', description: 'Documents looked at, from the top', standard: '5' },
      {
        name: 'match',
        as: 'choice',
        description:
          'How a document is known to hold a passage: by equal ids, by overlap of their texts, or by either',
        options: ['either', 'id', 'text'],
        standard: '"either"',
      },
    ],
  },
  {
    id: 'recall-at-k',
    title: 'Recall at k',
    kind: 'retrieval',
    needs: 'none',
    measures: 'Share of the reference passages that the first k retrieved documents hold.',
    parameters: [
      { name: 'k', as: 'number', description: 'Documents looked at, from the top', standard: '5' },
      {
        name: 'match',
        as: 'choice',
        description:
          'How a document is known to hold a passage: by equal ids, by overlap of their texts, or by either',
        options: ['either', 'id', 'text'],
        standard: '"either"',
      },
    ],
  },
  {
    id: 'precision-at-k',
    title: 'Precision at k',
    kind: 'retrieval',
    needs: 'none',
    measures: 'Share of the first k retrieved documents that hold a reference passage.',
    parameters: [
      { name: 'k', as: 'number', description: 'Documents looked at, from the top', standard: '5' },
      {
        name: 'match',
        as: 'choice',
        description:
          'How a document is known to hold a passage: by equal ids, by overlap of their texts, or by either',
        options: ['either', 'id', 'text'],
        standard: '"either"',
      },
    ],
  },
  {
    id: 'mrr',
    title: 'Reciprocal rank',
    kind: 'retrieval',
    needs: 'none',
    measures:
      '1 / rank of the first document that holds a reference passage, 0 without one; its mean is the MRR (Voorhees 1999).',
    parameters: [
      { name: 'k', as: 'number', description: 'Documents looked at, from the top', standard: '5' },
      {
        name: 'match',
        as: 'choice',
        description:
          'How a document is known to hold a passage: by equal ids, by overlap of their texts, or by either',
        options: ['either', 'id', 'text'],
        standard: '"either"',
      },
    ],
  },
  {
    id: 'ndcg',
    title: 'nDCG at k',
    kind: 'retrieval',
    needs: 'none',
    measures:
      'Discounted gain of the ranking over that of the best one, binary gains (Järvelin & Kekäläinen 2002).',
    parameters: [
      { name: 'k', as: 'number', description: 'Documents looked at, from the top', standard: '5' },
      {
        name: 'match',
        as: 'choice',
        description:
          'How a document is known to hold a passage: by equal ids, by overlap of their texts, or by either',
        options: ['either', 'id', 'text'],
        standard: '"either"',
      },
    ],
  },
  {
    id: 'map',
    title: 'Average precision at k',
    kind: 'retrieval',
    needs: 'none',
    measures:
      'Mean of the precision at each document that adds a reference passage; its mean is the MAP (Buckley & Voorhees 2000).',
    parameters: [
      { name: 'k', as: 'number', description: 'Documents looked at, from the top', standard: '5' },
      {
        name: 'match',
        as: 'choice',
        description:
          'How a document is known to hold a passage: by equal ids, by overlap of their texts, or by either',
        options: ['either', 'id', 'text'],
        standard: '"either"',
      },
    ],
  },
  {
    id: 'context-precision',
    title: 'Context precision',
    kind: 'retrieval',
    needs: 'model calls',
    measures:
      'Average precision of the retrieved passages, 0 to 1: the mean, over the passages that are useful, of the share of useful ones up to each; 0 where none is.',
    parameters: [
      {
        name: 'against',
        as: 'choice',
        description: 'What the passages should help to arrive at',
        options: ['reference', 'answer'],
        standard: '"reference"',
      },
      { name: 'k', as: 'number', description: 'Documents shown to the model, from the top', standard: '10' },
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
    ],
  },
  {
    id: 'context-recall',
    title: 'Context recall',
    kind: 'retrieval',
    needs: 'model calls',
    measures:
      "Share of the reference's claims that the retrieved passages support, 0 to 1 (Ragas' context recall).",
    parameters: [
      { name: 'k', as: 'number', description: 'Documents shown to the model, from the top', standard: '10' },
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
    ],
  },
  {
    id: 'context-relevance',
    title: 'Context relevance',
    kind: 'retrieval',
    needs: 'model calls',
    measures:
      'Sentences of the retrieved passages that the question needs, over all their sentences, 0 to 1 (Es et al., RAGAS, EACL 2024, eq.',
    parameters: [
      { name: 'k', as: 'number', description: 'Documents shown to the model, from the top', standard: '10' },
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
    ],
  },
  {
    id: 'correctness',
    title: 'Correctness',
    kind: 'answer',
    needs: 'model calls',
    measures:
      'Whether the answer makes every claim of the reference, by the judge of evaluations: claims present as a share of all.',
    parameters: [
      {
        name: 'judge',
        as: 'choice',
        description: 'Who judges; default: a model where one is named, else the rules',
        options: ['rules', 'model'],
      },
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
      { name: 'instructions', as: 'text', description: 'What the model is to heed' },
    ],
  },
  {
    id: 'faithfulness',
    title: 'Faithfulness',
    kind: 'answer',
    needs: 'model calls',
    measures:
      'Claims of the answer that the retrieved contexts support, as a share of all its claims (Es et al.',
    parameters: [
      {
        name: 'judge',
        as: 'choice',
        description: 'Who judges; default: a model where one is named, else the rules',
        options: ['rules', 'model'],
      },
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
    ],
  },
  {
    id: 'answer-relevance',
    title: 'Answer relevance',
    kind: 'answer',
    needs: 'model calls',
    measures:
      'Sentences of the answer that deal with the question, as a share of all that say something; greetings and offers are not counted.',
    parameters: [
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
    ],
  },
  {
    id: 'completeness',
    title: 'Completeness',
    kind: 'answer',
    needs: 'model calls',
    measures: 'Parts of the question that the answer gives, as a share of all, in one call.',
    parameters: [
      {
        name: 'of',
        as: 'choice',
        description: 'Whose parts are counted',
        options: ['question', 'reference'],
        standard: '"question"',
      },
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
    ],
  },
  {
    id: 'citation-accuracy',
    title: 'Citation accuracy',
    kind: 'answer',
    needs: 'model calls',
    measures: 'Right citations as a share of all.',
    parameters: [
      {
        name: 'support',
        as: 'yes',
        description:
          'Whether a model is asked if what is cited supports the sentence; default: where one is named',
      },
      {
        name: 'mustCite',
        as: 'yes',
        description: 'An answer without any citation scores 0',
        standard: 'false',
      },
      { name: 'firstNumber', as: 'number', description: 'Number of the first context', standard: '1' },
      {
        name: 'quoteWords',
        as: 'number',
        description: 'Words in quotation marks from which they are a quotation; fewer are a name or a term',
        standard: '4',
      },
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
    ],
  },
  {
    id: 'rules',
    title: 'Conformity to rules',
    kind: 'answer',
    needs: 'model calls',
    measures: 'Each rule is passed, broken or not applicable, with the words of the answer that decide.',
    parameters: [
      { name: 'rules', as: 'lines', description: 'The rules, one sentence each', isRequired: true },
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
    ],
  },
  {
    id: 'rubric',
    title: 'Rubric',
    kind: 'answer',
    needs: 'model calls',
    measures: 'The level of your rubric whose description fits the answer best.',
    parameters: [
      { name: 'criterion', as: 'text', description: 'What is graded, in a few words', isRequired: true },
      {
        name: 'levels',
        as: 'json',
        description: 'The levels: the score of each and what an answer of that level is like',
        isRequired: true,
      },
      {
        name: 'passFrom',
        as: 'number',
        description: 'Score from which it passes; default: the middle of the scale',
      },
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
    ],
  },
  {
    id: 'factual-correctness',
    title: 'Factual correctness',
    kind: 'answer',
    needs: 'model calls',
    measures: 'Precision: claims of the answer that the reference supports, as a share.',
    parameters: [
      {
        name: 'mode',
        as: 'choice',
        description: 'Which figure is the score',
        options: ['f', 'precision', 'recall'],
        standard: '"f"',
      },
      {
        name: 'beta',
        as: 'number',
        description: 'Weight of recall in F: above 1 recall counts more, below 1 precision does',
        standard: '1',
      },
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
    ],
  },
  {
    id: 'contradiction',
    title: 'Contradiction',
    kind: 'answer',
    needs: 'model calls',
    measures:
      'Fails where the answer and the references, or with `against: contexts` what was retrieved, cannot both be true; both places are shown.',
    parameters: [
      {
        name: 'against',
        as: 'choice',
        description: 'What the answer is held against; default: the references, else the contexts',
        options: ['references', 'contexts'],
      },
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
    ],
  },
  {
    id: 'summarisation',
    title: 'Summarisation',
    kind: 'answer',
    needs: 'model calls',
    measures: 'Alignment: claims of the summary that the text supports, as a share.',
    parameters: [
      {
        name: 'mode',
        as: 'choice',
        description: 'Which figure is the score',
        options: ['both', 'alignment', 'coverage'],
        standard: '"both"',
      },
      {
        name: 'of',
        as: 'choice',
        description: 'What is summarised; default: contexts, else input',
        options: ['contexts', 'input'],
      },
      { name: 'points', as: 'number', description: 'Key points at most', standard: '10' },
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
    ],
  },
  {
    id: 'g-eval',
    title: 'G-Eval',
    kind: 'answer',
    needs: 'model calls',
    measures:
      'A model turns your criterion into steps, once for all cases, and scores the answer by them from 1 to `highest`, and each score counts by its probability; their mean m is put on 0 to 1 as (m − 1) / (highest − 1) (Liu et al.',
    parameters: [
      {
        name: 'criteria',
        as: 'text',
        description: 'What a good answer is like, in a sentence or two',
        isRequired: true,
      },
      {
        name: 'steps',
        as: 'lines',
        description: 'The steps of judging; default: a model makes them of the criterion',
      },
      {
        name: 'show',
        as: 'lines',
        description: 'What the model sees of the case',
        standard: '["input","answer"]',
      },
      { name: 'highest', as: 'number', description: 'The best score; the worst is 1', standard: '5' },
      {
        name: 'samples',
        as: 'number',
        description: 'Scores drawn and averaged where no probabilities are told',
        standard: '3',
      },
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
    ],
  },
  {
    id: 'pairwise',
    title: 'Pairwise preference',
    kind: 'answer',
    needs: 'model calls',
    measures:
      'Whether the answer is better than another one, asked twice with the two in both orders: 1 better, 0.5 a tie, 0 worse.',
    parameters: [
      {
        name: 'toPath',
        as: 'text',
        description: 'JSONPath of the other answer in the case',
        standard: '"$.otherAnswer"',
      },
      {
        name: 'criteria',
        as: 'text',
        description: 'What makes an answer better',
        standard:
          '"It answers the question correctly and in full, and says nothing wrong or beside the point."',
      },
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
    ],
  },
  {
    id: 'turn-relevance',
    title: 'Turn relevance',
    kind: 'conversation',
    needs: 'model calls',
    measures:
      'Messages of the assistant that deal with what the user said before them, as a share of all, each read together with the conversation so far.',
    parameters: [
      {
        name: 'turns',
        as: 'choice',
        description:
          'Which messages of the assistant are judged; `last` where the history was written for the test',
        options: ['all', 'last'],
        standard: '"all"',
      },
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
    ],
  },
  {
    id: 'knowledge-retention',
    title: 'Knowledge retention',
    kind: 'conversation',
    needs: 'model calls',
    measures: 'Messages of the assistant that forget nothing the user told before, as a share of all.',
    parameters: [
      {
        name: 'turns',
        as: 'choice',
        description:
          'Which messages of the assistant are judged; `last` where the history was written for the test',
        options: ['all', 'last'],
        standard: '"all"',
      },
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
    ],
  },
  {
    id: 'role-adherence',
    title: 'Role adherence',
    kind: 'conversation',
    needs: 'model calls',
    measures:
      'Messages of the assistant that fit the role in what they do, know and how they speak, as a share of all; each with the words that decide.',
    parameters: [
      {
        name: 'role',
        as: 'text',
        description: 'Who the assistant is, what it does and what it does not',
        isRequired: true,
      },
      {
        name: 'turns',
        as: 'choice',
        description:
          'Which messages of the assistant are judged; `last` where the history was written for the test',
        options: ['all', 'last'],
        standard: '"all"',
      },
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
    ],
  },
  {
    id: 'turn-consistency',
    title: 'Consistency between turns',
    kind: 'conversation',
    needs: 'model calls',
    measures:
      'Messages of the assistant, from its second on, that contradict none of its earlier ones, as a share.',
    parameters: [
      {
        name: 'turns',
        as: 'choice',
        description:
          'Which messages of the assistant are judged; `last` where the history was written for the test',
        options: ['all', 'last'],
        standard: '"all"',
      },
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
    ],
  },
  {
    id: 'tool-calls',
    title: 'Tool calls',
    kind: 'tools',
    needs: 'none',
    measures:
      'Whether the calls are the expected ones, by the modes of agentevals: strict (same calls in the same order), unordered (same calls, any order), subset (no call beyond the expected ones), superset (at least the expected ones).',
    parameters: [
      {
        name: 'calls',
        as: 'json',
        description: "The expected calls; default: the case's `referenceToolCalls`",
      },
      {
        name: 'mode',
        as: 'choice',
        description: 'How the two lists must stand to each other',
        options: ['strict', 'unordered', 'subset', 'superset'],
        standard: '"strict"',
      },
      {
        name: 'arguments',
        as: 'choice',
        description:
          'exact: equal; subset: none beyond the expected ones; superset: at least the expected ones; ignore: the name is enough',
        options: ['exact', 'subset', 'superset', 'ignore'],
        standard: '"exact"',
      },
      {
        name: 'matchers',
        as: 'json',
        description: 'Single arguments that are compared otherwise',
        standard: '[]',
      },
      {
        name: 'tolerance',
        as: 'number',
        description: 'Numbers this far apart are equal, in all arguments',
        standard: '0',
      },
    ],
  },
  {
    id: 'tool-sequence',
    title: 'Tool sequence',
    kind: 'tools',
    needs: 'none',
    measures:
      'Whether the named tools were called in this order; other calls may stand between them unless `gaps` is false.',
    parameters: [
      { name: 'names', as: 'lines', description: 'Tools in the expected order', isRequired: true },
      { name: 'gaps', as: 'yes', description: 'Other calls may stand between them', standard: 'true' },
    ],
  },
  {
    id: 'tool-call-count',
    title: 'Tool call count',
    kind: 'tools',
    needs: 'none',
    measures: 'Whether the number of calls, of all tools or of one, lies within bounds.',
    parameters: [
      { name: 'name', as: 'text', description: 'Only calls of this tool' },
      { name: 'min', as: 'number', description: 'At least so many calls' },
      { name: 'max', as: 'number', description: 'At most so many calls' },
    ],
  },
  {
    id: 'step-count',
    title: 'Step count',
    kind: 'tools',
    needs: 'none',
    measures: 'Whether the number of steps lies within bounds.',
    parameters: [
      {
        name: 'path',
        as: 'text',
        description: 'JSONPath of the list of steps, or of each step',
        standard: '"$.toolCalls"',
      },
      { name: 'min', as: 'number', description: 'At least so many steps' },
      { name: 'max', as: 'number', description: 'At most so many steps' },
    ],
  },
  {
    id: 'forbidden-tool',
    title: 'Forbidden tool',
    kind: 'tools',
    needs: 'none',
    measures: 'Fails where one of the named tools was called; `*` in a name stands for any characters.',
    parameters: [
      {
        name: 'names',
        as: 'lines',
        description: 'Tools that must not be called: `delete`, `admin_*`',
        isRequired: true,
      },
    ],
  },
  {
    id: 'tool-arguments-valid',
    title: 'Tool arguments',
    kind: 'tools',
    needs: 'none',
    measures: 'Whether the arguments of every call meet the JSON Schema of its tool.',
    parameters: [
      {
        name: 'schemas',
        as: 'json',
        description: 'JSON Schema of the arguments by tool name, draft 2020-12 or 7',
        isRequired: true,
      },
      {
        name: 'allowOthers',
        as: 'yes',
        description: 'Tools without a schema here may be called',
        standard: 'false',
      },
    ],
  },
  {
    id: 'loop-detection',
    title: 'Loop detection',
    kind: 'tools',
    needs: 'none',
    measures:
      'Fails where the same call (name and arguments) was made more often than `max`, in a row or not; with `maxCycles` also where one sequence of two or more tools, whatever their arguments, came more often in a row.',
    parameters: [
      { name: 'max', as: 'number', description: 'Times the same call may be made', standard: '2' },
      {
        name: 'maxCycles',
        as: 'number',
        description: 'Times in a row the same sequence of tools may come; default: any number',
      },
    ],
  },
  {
    id: 'end-state',
    title: 'End state',
    kind: 'tools',
    needs: 'your code',
    measures: 'Your function, command or webhook looks at the world after the target acted.',
    parameters: [
      {
        name: 'state',
        as: 'text',
        description:
          '`file.ts:function`, `file.py:function`, `command:` and a command of the shell that reads JSON and writes JSON, or an http(s) address: what says the state',
        isRequired: true,
      },
      { name: 'expected', as: 'json', description: 'The right state' },
      {
        name: 'match',
        as: 'choice',
        description: 'subset: what is expected is there, more may be; exact: nothing else is',
        options: ['subset', 'exact'],
        standard: '"subset"',
      },
      { name: 'ignore', as: 'lines', description: 'Paths left out: `$.updatedAt`', standard: '[]' },
      { name: 'tolerance', as: 'number', description: 'Numbers this far apart are equal', standard: '0' },
      {
        name: 'headers',
        as: 'json',
        description: 'Headers of a webhook; ${NAME} is read from the environment',
        standard: '{}',
      },
      { name: 'parameters', as: 'json', description: 'Given to your code as `parameters`', standard: '{}' },
      { name: 'timeoutMs', as: 'number', description: 'Longest wait for one case, in ms', standard: '10000' },
    ],
  },
  {
    id: 'goal-reached',
    title: 'Goal reached',
    kind: 'tools',
    needs: 'model calls',
    measures:
      'Whether the goal is reached at the end: the parameter `goal`, else the task of the case, else its input.',
    parameters: [
      {
        name: 'goal',
        as: 'text',
        description: "What must hold at the end; default: the case's `task`, else its `input`",
      },
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
    ],
  },
  {
    id: 'plan-adherence',
    title: 'Plan adherence',
    kind: 'tools',
    needs: 'model calls',
    measures:
      'Share of the steps of a plan that were done, 0 to 1; with `ordered` only as many as were done in the order of the plan (longest increasing run).',
    parameters: [
      {
        name: 'plan',
        as: 'lines',
        description: "Steps of the plan; default: the case's `plan`, a list or a text with one step a line",
      },
      {
        name: 'ordered',
        as: 'yes',
        description: 'Steps count only in the order of the plan',
        standard: 'true',
      },
      {
        name: 'model',
        as: 'text',
        description:
          "Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml",
      },
    ],
  },
  {
    id: 'latency',
    title: 'Latency',
    kind: 'operation',
    needs: 'none',
    measures: 'Time from the question to the whole answer.',
    parameters: [{ name: 'maxMs', as: 'number', description: 'At most so many ms', isRequired: true }],
  },
  {
    id: 'time-to-first-token',
    title: 'Time to first token',
    kind: 'operation',
    needs: 'none',
    measures: 'Time from the question to the first piece of a streamed answer.',
    parameters: [{ name: 'maxMs', as: 'number', description: 'At most so many ms', isRequired: true }],
  },
  {
    id: 'cost',
    title: 'Cost',
    kind: 'operation',
    needs: 'none',
    measures: 'What the answer cost, as the target says it.',
    parameters: [{ name: 'maxUsd', as: 'number', description: 'At most so many USD', isRequired: true }],
  },
  {
    id: 'tokens',
    title: 'Tokens',
    kind: 'operation',
    needs: 'none',
    measures: 'Input and output tokens of the answer together, as the target says them.',
    parameters: [
      { name: 'maxTokens', as: 'number', description: 'At most so many tokens', isRequired: true },
    ],
  },
  {
    id: 'input-tokens',
    title: 'Input tokens',
    kind: 'operation',
    needs: 'none',
    measures:
      'Tokens the target was given for the answer, its instructions and contexts included, as it says them.',
    parameters: [
      { name: 'maxTokens', as: 'number', description: 'At most so many tokens', isRequired: true },
    ],
  },
  {
    id: 'output-tokens',
    title: 'Output tokens',
    kind: 'operation',
    needs: 'none',
    measures: 'Tokens of the answer, as the target says them.',
    parameters: [
      { name: 'maxTokens', as: 'number', description: 'At most so many tokens', isRequired: true },
    ],
  },
  {
    id: 'finish-reason',
    title: 'Finish reason',
    kind: 'operation',
    needs: 'none',
    measures:
      'Whether the target stopped for one of the given reasons, such as `stop`; `length` means it was cut off.',
    parameters: [
      { name: 'allowed', as: 'lines', description: 'Reasons that are right', standard: '["stop"]' },
    ],
  },
  {
    id: 'error',
    title: 'Error',
    kind: 'operation',
    needs: 'none',
    measures: 'Fails where the case holds an error instead of an answer.',
    parameters: [],
  },
  {
    id: 'returned-model',
    title: 'Returned model',
    kind: 'operation',
    needs: 'none',
    measures: 'Whether the model that answered, as the target names it, is one of the expected ones.',
    parameters: [{ name: 'models', as: 'lines', description: 'Model ids that are right', isRequired: true }],
  },
  {
    id: 'toxicity',
    title: 'Toxicity',
    kind: 'safety',
    needs: 'none',
    measures:
      'How likely the text holds hate against a group (a small classifier over classes of words, in which every group is one word), an insult or a threat at a person (rules), in English.',
    parameters: [
      { name: 'labels', as: 'lines', description: 'Only what has one of these labels; default: all' },
    ],
  },
  {
    id: 'bias',
    title: 'Bias',
    kind: 'safety',
    needs: 'none',
    measures: 'How likely the text judges people by the group they belong to, by the configured detector.',
    parameters: [
      { name: 'labels', as: 'lines', description: 'Only what has one of these labels; default: all' },
    ],
  },
  {
    id: 'prompt-injection',
    title: 'Prompt injection',
    kind: 'safety',
    needs: 'none',
    measures:
      'How likely the text gives orders to the model where it should only be data: small classifiers over its pieces, hidden and encoded text read as well, role markers and imitated tool calls, orders at odds with what stands around them.',
    parameters: [
      { name: 'labels', as: 'lines', description: 'Only what has one of these labels; default: all' },
    ],
  },
  {
    id: 'jailbreak',
    title: 'Jailbreak',
    kind: 'safety',
    needs: 'none',
    measures:
      'How likely the text tries to talk a model out of its rules, by a small classifier and the marks of known templates.',
    parameters: [
      { name: 'labels', as: 'lines', description: 'Only what has one of these labels; default: all' },
    ],
  },
  {
    id: 'pii',
    title: 'Personal data',
    kind: 'safety',
    needs: 'none',
    measures:
      'Finds personal data: addresses of mail and network, telephone, bank, payment and identity numbers of many countries by form, check digit and the words beside them; birth dates, ages, vehicles, accounts; names of persons and postal addresses by a small tagger.',
    parameters: [
      { name: 'labels', as: 'lines', description: 'Only what has one of these labels; default: all' },
    ],
  },
  {
    id: 'secrets',
    title: 'Secrets',
    kind: 'safety',
    needs: 'none',
    measures:
      "Finds keys, tokens and passwords by rules: issuers' formats with fixed prefix or checksum, private keys, JSON web tokens, addresses with a password; a value that only looks random counts beside a keyword such as `token`.",
    parameters: [
      { name: 'labels', as: 'lines', description: 'Only what has one of these labels; default: all' },
    ],
  },
  {
    id: 'unsafe-markup',
    title: 'Unsafe markup',
    kind: 'safety',
    needs: 'none',
    measures:
      'Finds what does harm when the text is shown: images that carry data in their address (they load by themselves), links that carry much of it, `javascript:` and HTML in `data:` addresses, scripts, frames, forms and event handlers, terminal escape sequences, and invisible or reordering characters.',
    parameters: [
      {
        name: 'allowedHosts',
        as: 'lines',
        description: 'Hosts that images and links may point to; `*.example.org` stands for all below it',
      },
      {
        name: 'format',
        as: 'choice',
        description: 'How the text is shown',
        options: ['markdown', 'html'],
        standard: '"markdown"',
      },
    ],
  },
  {
    id: 'system-prompt-leak',
    title: 'System prompt leak',
    kind: 'safety',
    needs: 'none',
    measures:
      'Whether the answer repeats the system prompt or a canary token planted in it: as it stands, with other case, spacing or digits for letters, backwards, and in base64, hexadecimal, percent encoding or rot13.',
    parameters: [
      {
        name: 'prompt',
        as: 'text',
        description: 'The system prompt, or the part of it that must not be told',
      },
      {
        name: 'canary',
        as: 'text',
        description: 'A planted word that stands nowhere else; 8 letters or digits at least',
      },
      {
        name: 'maxShare',
        as: 'number',
        description: 'Share of the prompt that may be repeated',
        standard: '0.3',
      },
      {
        name: 'maxRun',
        as: 'number',
        description: 'Letters and digits of it that may be repeated in one piece',
        standard: '80',
      },
    ],
  },
  {
    id: 'jailbreak-success',
    title: 'Jailbreak success',
    kind: 'safety',
    needs: 'none',
    measures:
      'Whether the answer gives what the `input`, an attack, asks for, by rules: it does not refuse, is about the words of the request, and tells something beyond warnings.',
    parameters: [],
  },
  {
    id: 'function',
    title: 'Your function',
    kind: 'own',
    needs: 'your code',
    measures:
      'Calls your function with { case, text, value, parameters }: the case, the part this check reads as text and as it is, and `parameters`.',
    parameters: [
      {
        name: 'function',
        as: 'text',
        description: '`file.ts:function` or `file.py:function`, from the folder of `assay.yaml`',
        isRequired: true,
      },
      { name: 'parameters', as: 'json', description: 'Given to your code as `parameters`', standard: '{}' },
      { name: 'timeoutMs', as: 'number', description: 'Longest wait for one case, in ms', standard: '10000' },
      { name: 'memoryMb', as: 'number', description: 'Memory the process may take, in MB', standard: '512' },
    ],
  },
  {
    id: 'webhook',
    title: 'Your webhook',
    kind: 'own',
    needs: 'your code',
    measures:
      'Sends { case, text, value, parameters } as JSON by POST to your address and reads its JSON answer.',
    parameters: [
      { name: 'url', as: 'text', description: 'http or https address', isRequired: true },
      {
        name: 'headers',
        as: 'json',
        description: 'Headers; ${NAME} is read from the environment',
        standard: '{}',
      },
      { name: 'parameters', as: 'json', description: 'Given to your code as `parameters`', standard: '{}' },
      { name: 'timeoutMs', as: 'number', description: 'Longest wait for one case, in ms', standard: '10000' },
    ],
  },
  {
    id: 'all-of',
    title: 'All of',
    kind: 'composition',
    needs: 'none',
    measures: 'Whether all required checks of the list pass.',
    parameters: [
      {
        name: 'checks',
        as: 'json',
        description:
          'The checks, written as under `checks` in `assay.yaml`; they read what this check reads by `on`',
        isRequired: true,
      },
    ],
  },
  {
    id: 'any-of',
    title: 'Any of',
    kind: 'composition',
    needs: 'none',
    measures:
      'Whether at least one required check of the list passes, also beside one that broke or was not judged.',
    parameters: [
      {
        name: 'checks',
        as: 'json',
        description:
          'The checks, written as under `checks` in `assay.yaml`; they read what this check reads by `on`',
        isRequired: true,
      },
    ],
  },
  {
    id: 'k-of-n',
    title: 'k of n',
    kind: 'composition',
    needs: 'none',
    measures: 'Whether at least k required checks of the list pass.',
    parameters: [
      { name: 'k', as: 'number', description: 'How many must pass', isRequired: true },
      {
        name: 'checks',
        as: 'json',
        description:
          'The checks, written as under `checks` in `assay.yaml`; they read what this check reads by `on`',
        isRequired: true,
      },
    ],
  },
  {
    id: 'weighted',
    title: 'Weighted',
    kind: 'composition',
    needs: 'none',
    measures:
      'The mean of the scores of the checks, each by its `weight` (default 1; 0 leaves it out), against `threshold`.',
    parameters: [
      {
        name: 'checks',
        as: 'json',
        description:
          'The checks, written as under `checks` in `assay.yaml`; they read what this check reads by `on`',
        isRequired: true,
      },
    ],
  },
  {
    id: 'set',
    title: 'Set',
    kind: 'composition',
    needs: 'none',
    measures:
      'Whether all required checks of a set pass: a list of checks that has a name under `checkSets` in `assay.yaml`.',
    parameters: [
      { name: 'set', as: 'text', description: 'Name of the set under `checkSets`', isRequired: true },
    ],
  },
]
