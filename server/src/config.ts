import { z } from 'zod'

const onOff = (fallback: 'on' | 'off') =>
  z
    .enum(['on', 'off'], { error: 'must be on or off' })
    .default(fallback)
    .transform(value => value === 'on')

const Url = z
  .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
  .transform(url => new URL(url).origin)

/** The settings, read from the environment once. `.env.example` lists them with their meaning. */
const Config = z.object({
  PORT: z.coerce.number({ error: 'must be a number' }).int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: Url.optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.literal('', { error: 'only SQLite is supported so far: leave it empty and set DATA_DIR' }).optional(),
  OPEN_SIGNUP: onOff('on'),
  EXAMPLE: onOff('on'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})
export type Config = z.infer<typeof Config>

/** The settings, or every mistake in them, one line each. An empty setting is one that was not made. */
export const readConfig = (
  env: Record<string, string | undefined>,
): Config | { readonly mistakes: readonly string[] } => {
  const made = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Config.safeParse(made)
  if (parsed.success) return parsed.data
  return { mistakes: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) }
}
