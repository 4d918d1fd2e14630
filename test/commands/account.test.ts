import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import { openDatabase } from '../../server/database/open-database.ts'
import { freshFolder } from '../support/folders.ts'
import { lesart, startServer } from '../support/program.ts'
import { making } from '../support/seeded.ts'

const PASSWORD = 'lang genug für hier'

/** The account command on a folder; the password is what comes in. */
const accounts =
  (data: string) =>
  (args: readonly string[], input = `${PASSWORD}\n`) =>
    lesart(['account', ...args, '--data', data], input)

test('the first account is the owner, the next ones are members, and all are listed', async (t) => {
  const account = accounts(freshFolder(t))
  assert.deepEqual(await account(['add', 'Ada Öz']), { code: 0, stdout: 'Ada Öz (owner)\n', stderr: '' })
  const added = JSON.parse((await account(['add', 'Ben', '--json'])).stdout)
  assert.equal(added.role, 'member')
  assert.equal((await account(['list'])).stdout, 'Ada Öz\towner\nBen\tmember\n')
  const listed: object[] = JSON.parse((await account(['list', '--json'])).stdout)
  assert.deepEqual(
    listed.map((account) => Object.keys(account)),
    Array.from({ length: 2 }, () => ['id', 'name', 'role', 'createdAt']),
    'no hash goes out',
  )
})

const REFUSED: Readonly<Record<string, readonly [args: readonly string[], input: string, says: RegExp]>> = {
  'a name that is taken': [['add', 'ADA'], PASSWORD, /^ADA: there is an account of this name already\n$/],
  'a password that is too short': [['add', 'Ben'], 'kurz\n', /^password: too-short \(at least 8 characters.*\n$/],
  'no password': [['add', 'Ben'], '', /^password: too-short/],
  'an empty name': [['add', ' '], PASSWORD, /^name: missing \(1 to 80 characters\)\n$/],
  'a name that is too long': [['add', '😃'.repeat(81)], PASSWORD, /^name: too-long/],
  'a token for nobody': [['token', 'Cleo'], '', /^Cleo: there is no account of this name\n$/],
  'a new password for nobody': [['reset-password', 'Cleo'], PASSWORD, /^Cleo: there is no account of this name\n$/],
}

test('what cannot be done is said in one line, and changes nothing', async (t) => {
  const data = freshFolder(t)
  const account = accounts(data)
  await account(['add', 'Ada'])
  for (const [name, [args, input, says]] of Object.entries(REFUSED)) {
    const { code, stdout, stderr } = await account(args, input)
    assert.deepEqual([code, stdout], [1, ''], name)
    assert.match(stderr, says, name)
  }
  assert.equal((await account(['list'])).stdout, 'Ada\towner\n')
})

test('a token marks as its account, without an Origin; only its hash is kept', async (t) => {
  const data = freshFolder(t)
  const account = accounts(data)
  await account(['add', 'Ada'])
  const token = (await account(['token', 'ada'])).stdout.trim()
  const second = JSON.parse((await account(['token', 'Ada', '--json'])).stdout).token
  assert.match(token, /^[\w-]{43}$/)
  assert.notEqual(token, second)

  const database = await openDatabase({ engine: 'sqlite', file: path.join(data, 'lesart.db'), readOnly: true })
  const rows = await database.db.selectFrom('api_token').select('token_hash').execute()
  await database.close()
  assert.equal(rows.length, 2)
  assert.ok(!rows.some(({ token_hash }) => token_hash.includes(token)))

  const server = await startServer(t, data)
  const mark = making(server.origin)
  assert.equal((await mark(token)).status, 201)
  assert.equal((await mark(second)).status, 201)
  assert.equal((await mark('wrong')).status, 401)
})

test('a new password replaces the old one', async (t) => {
  const data = freshFolder(t)
  const account = accounts(data)
  await account(['add', 'Ada'])
  assert.deepEqual(await account(['reset-password', 'Ada'], 'ganz neues Wort'), { code: 0, stdout: '', stderr: '' })
  const { origin } = await startServer(t, data)
  const signIn = (password: string) =>
    fetch(`${origin}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin },
      body: new URLSearchParams({ name: 'Ada', password }),
    })
  assert.deepEqual([(await signIn(PASSWORD)).status, (await signIn('ganz neues Wort')).status], [422, 303])
})

test('while a server runs, every account command is refused in one line', async (t) => {
  const data = freshFolder(t)
  await startServer(t, data)
  for (const args of [['add', 'Ada'], ['list'], ['token', 'Ada'], ['reset-password', 'Ada']]) {
    const { code, stdout, stderr } = await accounts(data)(args)
    assert.deepEqual([code, stdout], [1, ''])
    assert.match(stderr, /^.*: another Lesart is running on this folder; stop it first, .*\n$/)
  }
})

for (const args of [[], ['add'], ['list', 'Ada'], ['add', 'Ada', 'Ben'], ['remove', 'Ada'], ['toString', 'Ada']])
  test(`account ${args.join(' ')} is wrong usage`, async () => {
    const { code, stderr } = await lesart(['account', ...args])
    assert.equal(code, 2)
    assert.match(stderr, /^usage: lesart account .*\n$/)
  })
