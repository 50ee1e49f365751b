#!/usr/bin/env node
import { startServer } from '../dist/node/start-server.js'

await startServer()
