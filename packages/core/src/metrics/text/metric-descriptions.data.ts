export const textMetricIds = [
  'bleu',
  'chrf',
  'ter',
  'rouge-1',
  'rouge-2',
  'rouge-l',
  'rouge-lsum',
  'meteor',
  'token-f1',
  'exact-match',
  'wer',
  'cer',
  'levenshtein',
  'jaro-winkler',
] as const
export type TextMetricId = (typeof textMetricIds)[number]

export interface MetricDescription {
  readonly title: string
  readonly formula: string
  readonly source: string
  readonly range: string
  readonly better: 'higher' | 'lower'
  /** What its scores equal, and how far the suite found them apart at most. */
  readonly parity: string
  readonly use: string
  readonly avoid: string
  /** Run by a test. */
  readonly example: { readonly answer: string; readonly reference: string; readonly score: number }
}

const limit = { answer: 'the limit is 30 seconds', reference: 'the limit is thirty seconds' }

/** What the reference page and `assay check explain` say of each metric. */
export const metricDescriptions: Readonly<Record<TextMetricId, MetricDescription>> = {
  bleu: {
    title: 'BLEU',
    formula: 'BP · exp(mean of log pₙ), n = 1 to 4; pₙ: clipped share of n-grams that a reference has',
    source: 'Papineni et al., ACL 2002; Post, WMT 2018',
    range: '0 to 100',
    better: 'higher',
    parity: 'sacreBLEU 2.6.0, within 1e-9',
    use: 'Translations of whole test sets, to compare systems by its corpus score and signature.',
    avoid: 'Single short answers, or two systems of different kinds: it counts words, not meaning.',
    example: { ...limit, score: 42.7287006396 },
  },
  chrf: {
    title: 'chrF',
    formula: '(1 + β²) · P · R / (β² · P + R) over character n-grams 1 to 6, β = 2; chrF++ adds words',
    source: 'Popović, WMT 2015 and 2017',
    range: '0 to 100',
    better: 'higher',
    parity: 'sacreBLEU 2.6.0, within 1e-9',
    use: 'Languages with rich inflection or without spaces, and short texts: steadier than BLEU.',
    avoid: 'Where one changed digit makes the answer wrong.',
    example: { ...limit, score: 59.8578478428 },
  },
  ter: {
    title: 'TER',
    formula: 'edits and shifts / mean reference length · 100',
    source: 'Snover et al., AMTA 2006',
    range: '0 with no upper end',
    better: 'lower',
    parity: 'sacreBLEU 2.6.0, within 1e-9',
    use: 'How much work it would be to mend a translation.',
    avoid: 'Texts that may be right in many wordings.',
    example: { ...limit, score: 20 },
  },
  'rouge-1': {
    title: 'ROUGE-1',
    formula: 'F1 over the words both texts have',
    source: 'Lin, ACL 2004',
    range: '0 to 1',
    better: 'higher',
    parity: 'rouge-score 0.1.2, within 1e-9',
    use: 'Summaries: which of the words that matter are there.',
    avoid: 'Scripts other than Latin: its tokens are runs of ASCII letters and digits.',
    example: { ...limit, score: 0.8 },
  },
  'rouge-2': {
    title: 'ROUGE-2',
    formula: 'F1 over the pairs of neighbouring words both texts have',
    source: 'Lin, ACL 2004',
    range: '0 to 1',
    better: 'higher',
    parity: 'rouge-score 0.1.2, within 1e-9',
    use: 'Summaries, where word order should count.',
    avoid: 'One-word answers: they have no pairs.',
    example: { ...limit, score: 0.5 },
  },
  'rouge-l': {
    title: 'ROUGE-L',
    formula: 'F1 over the longest common subsequence of words',
    source: 'Lin, ACL 2004',
    range: '0 to 1',
    better: 'higher',
    parity: 'rouge-score 0.1.2, within 1e-9',
    use: 'Short summaries of one sentence.',
    avoid: 'Summaries of several sentences: use ROUGE-Lsum.',
    example: { ...limit, score: 0.8 },
  },
  'rouge-lsum': {
    title: 'ROUGE-Lsum',
    formula: 'F1 over the union of longest common subsequences, line by line',
    source: 'Lin, ACL 2004, section 3.2',
    range: '0 to 1',
    better: 'higher',
    parity: 'rouge-score 0.1.2, within 1e-9',
    use: 'Summaries with one sentence a line.',
    avoid: 'Texts whose line breaks mean nothing.',
    example: { ...limit, score: 0.8 },
  },
  meteor: {
    title: 'METEOR',
    formula: '(1 − γ · (chunks / m)^β) · P · R / (α · P + (1 − α) · R); matches by word, then by stem',
    source: 'Banerjee & Lavie, 2005; Lavie & Agarwal, 2007',
    range: '0 to 1',
    better: 'higher',
    parity: 'nltk 3.10.4 without WordNet, within 1e-9',
    use: 'English sentences, where inflected forms should count as matches.',
    avoid: 'Comparing with METEOR scores that have the synonym stage: this one has none.',
    example: { ...limit, score: 0.75 },
  },
  'token-f1': {
    title: 'Token F1',
    formula: '2PR / (P + R) over the bags of normalised tokens',
    source: 'Rajpurkar et al., EMNLP 2016; ACL 2018',
    range: '0 to 1',
    better: 'higher',
    parity: 'the official SQuAD 2.0 script, within 1e-9',
    use: 'Short factual answers, to give partial credit.',
    avoid: 'Long answers: every extra word costs.',
    example: { ...limit, score: 0.75 },
  },
  'exact-match': {
    title: 'Exact match',
    formula: '1 where the normalised texts are equal: lower case, no punctuation, no articles',
    source: 'Rajpurkar et al., EMNLP 2016',
    range: '0 or 1',
    better: 'higher',
    parity: 'the official SQuAD 2.0 script, equal',
    use: 'Answers of a word or two.',
    avoid: 'Answers in sentences.',
    example: { answer: 'The Team plan.', reference: 'team plan', score: 1 },
  },
  wer: {
    title: 'Word error rate',
    formula: '(S + D + I) / N over words',
    source: 'Levenshtein, 1966; jiwer',
    range: '0 with no upper end',
    better: 'lower',
    parity: 'jiwer 4.0.0, within 1e-9',
    use: 'Transcripts.',
    avoid: 'Answers that may be worded freely.',
    example: { ...limit, score: 0.2 },
  },
  cer: {
    title: 'Character error rate',
    formula: '(S + D + I) / N over characters',
    source: 'Levenshtein, 1966; jiwer',
    range: '0 with no upper end',
    better: 'lower',
    parity: 'jiwer 4.0.0, within 1e-9',
    use: 'Transcripts and recognised text, and languages without spaces.',
    avoid: 'Answers that may be worded freely.',
    example: { answer: 'limit 30', reference: 'limit 31', score: 0.125 },
  },
  levenshtein: {
    title: 'Levenshtein similarity',
    formula: '1 − distance / length of the longer text, in characters',
    source: 'Levenshtein, 1966',
    range: '0 to 1',
    better: 'higher',
    parity: 'rapidfuzz 3.14.6, within 1e-9',
    use: 'Codes, names and short strings with typing errors.',
    avoid: 'Sentences.',
    example: { answer: 'limit 30', reference: 'limit 31', score: 0.875 },
  },
  'jaro-winkler': {
    title: 'Jaro–Winkler similarity',
    formula: 'Jaro + prefix · 0.1 · (1 − Jaro), up to 4 equal first characters, where Jaro is above 0.7',
    source: 'Winkler, 1990',
    range: '0 to 1',
    better: 'higher',
    parity: 'rapidfuzz 3.14.6, within 1e-9',
    use: 'Names of people and products, where the beginning weighs more.',
    avoid: 'Sentences.',
    example: { answer: 'MARTHA', reference: 'MARHTA', score: 0.9611111111 },
  },
}

export const sampleMetricIds = ['distinct-n', 'self-bleu', 'perplexity', 'bits-per-byte'] as const
export type SampleMetricId = (typeof sampleMetricIds)[number]

export interface SampleMetricDescription extends Omit<MetricDescription, 'example'> {
  /** Run by a test. */
  readonly example:
    | { readonly texts: readonly string[]; readonly score: number }
    | { readonly logProbabilities: readonly number[]; readonly byteLength: number; readonly score: number }
}

const twoTexts = ['the limit is 30 seconds', 'the limit is one minute']
const twoTokens = { logProbabilities: [-0.4, -1.4], byteLength: 4 }

/** Metrics of many texts together, and of a model's log-probabilities: they have no reference text. */
export const sampleMetricDescriptions: Readonly<Record<SampleMetricId, SampleMetricDescription>> = {
  'distinct-n': {
    title: 'Distinct-n',
    formula: 'different n-grams / n-grams, over all texts, n = 2',
    source: 'Li et al., NAACL 2016',
    range: '0 to 1',
    better: 'higher',
    parity: 'its definition over nltk 3.10.4 n-grams, within 1e-9',
    use: 'Whether a target repeats itself over many answers.',
    avoid: 'Samples of different size: a longer one scores lower.',
    example: { texts: twoTexts, score: 0.75 },
  },
  'self-bleu': {
    title: 'Self-BLEU',
    formula: 'mean BLEU of each text with all the others as its references',
    source: 'Zhu et al., SIGIR 2018',
    range: '0 to 100',
    better: 'lower',
    parity: 'its definition over sacreBLEU 2.6.0 sentence BLEU, within 1e-9',
    use: 'Variety of generated questions or attacks.',
    avoid: 'Samples of different size: more texts score higher.',
    example: { texts: twoTexts, score: 39.7635364384 },
  },
  perplexity: {
    title: 'Perplexity',
    formula: 'exp(−mean of log p) over the tokens',
    source: 'Jelinek et al., 1977',
    range: '1 with no upper end',
    better: 'lower',
    parity: 'its definition with an exact sum in Python, within 1e-9',
    use: 'One model on the same text under different prompts, or over time.',
    avoid: 'Models with different tokenisers: use bits per byte.',
    example: { ...twoTokens, score: 2.4596031112 },
  },
  'bits-per-byte': {
    title: 'Bits per byte',
    formula: '−Σ log p / (ln 2 · bytes of the text in UTF-8)',
    source: 'Gao et al., The Pile, 2020',
    range: '0 with no upper end',
    better: 'lower',
    parity: 'its definition with an exact sum in Python, within 1e-9',
    use: 'Comparing language models on the same text.',
    avoid: 'How good an answer is.',
    example: { ...twoTokens, score: 0.6492127684 },
  },
}
