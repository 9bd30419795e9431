import { expect, it } from 'vitest'
import { nameDevice } from './name-device.ts'

it('knows browsers that call themselves by each other', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/151.0 Safari/537.36'
  expect(nameDevice(chrome)).toEqual({ browser: 'Chrome', system: 'Windows' })
  expect(nameDevice(`${chrome} Edg/151.0`)).toEqual({ browser: 'Edge', system: 'Windows' })
  expect(
    nameDevice(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605 Version/19.1 Mobile Safari/604',
    ),
  ).toEqual({ browser: 'Safari', system: 'iPhone' })
  expect(nameDevice('Mozilla/5.0 (X11; Linux x86_64; rv:151.0) Gecko/20100101 Firefox/151.0')).toEqual({
    browser: 'Firefox',
    system: 'Linux',
  })
})

it('guesses nothing', () => {
  expect(nameDevice(null)).toBeNull()
  expect(nameDevice('python-requests/3.0')).toBeNull()
})
