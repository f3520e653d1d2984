import { expect, test } from 'vitest'
import { deviceOf } from './device.ts'

const UA = {
  firefox: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
  edge: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0',
  chromebook:
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36',
  phone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  samsung:
    'Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
  script: 'node',
}

test('[I19] a device is named as its owner knows it, and by nothing else that the browser tells', () => {
  const named = Object.values(UA).map(agent => {
    const { browser, system } = deviceOf(agent)
    return `${browser} ${system}`
  })
  expect([...named, deviceOf(undefined)]).toEqual([
    'Firefox Windows',
    'Edge Windows',
    'Chrome ChromeOS',
    'Safari iPhone',
    'Samsung Internet Android',
    'null null',
    { browser: null, system: null },
  ])
})
