import * as z from 'zod'

const schema = z.object({
  data: z.array(
    z.object({
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(z.object({ question: z.string(), answers: z.array(z.object({ text: z.string() })) })),
        }),
      ),
    }),
  ),
})

/** The paragraphs of rag-xquad with their questions, in one language. */
export const readXquadParagraphs = (read: (path: string) => string, language: 'en' | 'de' | 'es') =>
  schema
    .parse(JSON.parse(read(`rag-xquad/xquad.${language}.json`)))
    .data.flatMap(({ paragraphs }) => paragraphs)
