import { crypto } from '../../../src/detectors/generic/crypto.ts'
import { table } from '../table.ts'

// From the first block, BIP 13, BIP 173 and BIP 350.
table(crypto, [
  ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa']],
  ['send to 3P14159f73E4gFr7JterCCQh9QjiTjiZrG.', ['3P14159f73E4gFr7JterCCQh9QjiTjiZrG']],
  ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4']],
  ['BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4', ['BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4']],
  [
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
    ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0'],
  ],
  ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb', []],
  ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa2', []],
  ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5', []],
  ['8f953371d3e85eddb89b05ed6b9e680791055315c73e1025ab5dba7bb2aee189', []],
])
