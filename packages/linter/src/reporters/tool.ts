/** Where those who read a report find out more about what made it. */
export const TOOL_URL = 'https://github.com/klarsprak/klarsprak'
