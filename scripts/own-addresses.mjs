/**
 * For rolldown: code that finds its data beside itself goes on finding it when it has been bundled.
 *
 * @param addressOf an expression for the address of a module, from its path
 */
export const ownAddresses = (addressOf) => ({
  name: 'own-addresses',
  transform: {
    filter: { id: /packages[/\\][^/\\]+[/\\]dist[/\\].*\.js$/ },
    handler: (code, id) =>
      code.includes('import.meta.url') ? code.replaceAll('import.meta.url', addressOf(id)) : undefined,
  },
})
