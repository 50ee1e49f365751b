/** Whether a bank is at a term service and not on the disk. */
export const isRemote = (path: string): boolean => /^https?:\/\//iu.test(path)
