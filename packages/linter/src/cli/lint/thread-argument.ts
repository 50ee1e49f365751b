/** What the command is started with when it is to be one more thread of a run. Nobody can type it: no argument of a process has NUL in it. */
export const THREAD_ARGUMENT = '\0lint-thread'
