import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyFolder, freePort } from '../world/place.ts'
import { runProgram } from '../world/process.ts'

test('of several who sign up first at the same moment, one becomes the first and the others are turned away', async (t) => {
  const port = await freePort()
  const program = runProgram(t, { DEMO: '0', SIGN_UP: 'first', DATA_DIR: await emptyFolder(t), PORT: String(port) })
  await program.says('Ready after')
  const signUp = async (number: number) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/auth/sign-up`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Mia', email: `mia${number}@bakery.test`, password: 'long enough' }),
    })
    return response.status
  }

  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(signUp))

  assert.deepEqual(answers.sort(), [201, 403, 403, 403, 403, 403])
})
