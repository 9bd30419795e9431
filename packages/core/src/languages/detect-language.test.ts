import { expect, test } from 'vitest'
import { detectLanguage } from './detect-language.ts'

test.each([
  [
    'en',
    'The limit is set for each request, and it can be raised when the server is started with this option.',
  ],
  [
    'de',
    'Die Grenze gilt für jede Anfrage und kann nicht erhöht werden, wenn der Server mit dieser Option läuft.',
  ],
  [
    'es',
    'El límite se aplica a cada solicitud y no puede aumentarse cuando el servidor se inicia con esta opción.',
  ],
  [
    'fr',
    'La limite est appliquée à chaque requête et ne peut pas être augmentée quand le serveur est lancé avec une option.',
  ],
  ['ru', 'Ограничение действует для каждого запроса.'],
  ['ja', '上限はすべてのリクエストに適用されます。'],
  ['zh', '该限制适用于每个请求。'],
  ['ko', '이 제한은 모든 요청에 적용됩니다.'],
  [null, 'fastify.register(require("x"))'],
  [null, ''],
])('%s', (language, text) => {
  expect(detectLanguage(text)).toBe(language)
})
