#!/usr/bin/env node
import '../dist/bundle/klarsprak.js'
