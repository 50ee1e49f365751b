-- What somebody does in Neovim: opens a page, sees what is found, asks what a word means, fixes one thing with its
-- replacement, and saves. Works in 0.7, which has no vim.lsp.start. What was seen is written as JSON.
local told = vim.fn.json_decode(vim.env.KLARSPRAK_TOLD)
local seen = {}

local function finish()
  vim.fn.writefile({ vim.fn.json_encode(seen) }, told.answer)
  vim.cmd('qall!')
end

local ok, problem = pcall(function()
  vim.cmd('edit ' .. vim.fn.fnameescape(told.file))
  vim.bo.filetype = 'markdown'
  local client = vim.lsp.start_client({ name = 'klarsprak', cmd = told.command, root_dir = told.folder })
  vim.lsp.buf_attach_client(0, client)

  vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20)
  seen.diagnostics = vim.tbl_map(function(one)
    return { line = one.lnum, column = one.col, ends = one.end_col, message = one.message, source = one.source }
  end, vim.diagnostic.get(0))

  local first = vim.diagnostic.get(0)[1]
  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col + 2 })
  local function ask(method, params)
    local answers = vim.lsp.buf_request_sync(0, method, params, 10000)
    return answers[client].result
  end
  seen.hover = ask('textDocument/hover', vim.lsp.util.make_position_params()).contents

  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  local actions = ask('textDocument/codeAction', params)
  seen.actions = vim.tbl_map(function(one) return one.title end, actions)
  vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
  vim.wait(20000, function() return #vim.diagnostic.get(0) == told.left end, 20)
  seen.left = #vim.diagnostic.get(0)
  vim.cmd('write')

  vim.lsp.stop_client(client)
  vim.wait(5000, function() return vim.lsp.client_is_stopped(client) end, 20)
  seen.stopped = vim.lsp.client_is_stopped(client)
end)
if not ok then seen.problem = tostring(problem) end
finish()
