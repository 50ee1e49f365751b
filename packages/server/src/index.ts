export { openStorage } from './storage/open-storage.js'
export type { Storage } from './storage/storage.js'
export { StorageUnavailable } from './storage/storage.js'
