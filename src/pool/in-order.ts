/**
 * Runs tasks as they come, at most so many at a time, and gives what they return in the order of the tasks, each as soon
 * as it and all before it are there. No more tasks are taken from the input than run at a time.
 * @throws what a task or the input throws, when everything before it was given
 */
export async function* inOrder<Task, Result>(
  tasks: AsyncIterable<Task>,
  run: (task: Task) => Promise<Result>,
  atMost: number,
): AsyncGenerator<Result> {
  const input = tasks[Symbol.asyncIterator]()
  const open: Promise<Result>[] = []
  let coming: Promise<void> | undefined
  let isOver = false

  const take = async (): Promise<void> => {
    const next = await input.next()
    if (next.done) isOver = true
    else open.push(quietly(run(next.value)))
  }

  try {
    for (;;) {
      if (!isOver && open.length < atMost) coming ??= quietly(take())
      const [first] = open
      if (coming) {
        const arrived = coming.then(() => 'input' as const)
        // What the input throws waits until everything before it was given.
        const isInput = first
          ? await Promise.race([arrived.catch(() => waitFor(first)), waitFor(first)])
          : await arrived
        if (isInput === 'input') {
          coming = undefined
          continue
        }
      }
      if (first === undefined) return
      yield await first
      open.shift()
    }
  } finally {
    const closed = quietly(Promise.resolve(input.return?.()))
    // An input that is being waited for closes when it is ended by whoever opened it.
    if (!coming) await closed
  }
}

async function waitFor(first: Promise<unknown>): Promise<'first'> {
  await first
  return 'first'
}

/** A promise that may fail before anybody waits for it: it still fails for those who do. */
function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}
