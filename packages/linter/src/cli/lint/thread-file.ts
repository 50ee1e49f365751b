/** What a thread starts from: the command once more. It is there when the command is built, and not among the sources. */
export const threadFile = new URL('../main.js', import.meta.url)
