-- A short session in Neovim with its own language client (0.7 or newer), run by neovim.test.ts:
--   nvim --clean --headless -c 'luafile session.lua'
-- The variable RAPPORTEUR_SESSION holds JSON: node and cli (programs), draft (the file to open), wrong and right (words
-- of one line: the first is replaced by the second), complete and explain (words behind or on which is asked).
-- What Neovim showed is written to the file `answer` as JSON.

local session = vim.json.decode(os.getenv('RAPPORTEUR_SESSION'))
local PATIENCE = 30000

local function wait_for(what, holds)
  assert(vim.wait(PATIENCE, holds, 20), 'waited in vain for ' .. what)
end

-- Line (from 0) and byte columns of the first place with these words; the end is exclusive.
local function place_of(words)
  for index, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local first, last = line:find(words, 1, true)
    if first then
      return index - 1, first - 1, last
    end
  end
  error('the draft has no "' .. words .. '"')
end

local function findings()
  return vim.tbl_map(function(finding)
    local text = vim.api.nvim_buf_get_text(0, finding.lnum, finding.col, finding.end_lnum, finding.end_col, {})
    return {
      code = finding.code,
      severity = vim.diagnostic.severity[finding.severity]:lower(),
      text = table.concat(text, '\n'),
    }
  end, vim.diagnostic.get(0))
end

local function replace(words, by)
  local line, first, last = place_of(words)
  vim.api.nvim_buf_set_text(0, line, first, line, last, { by })
end

local function ask(method, line, column)
  vim.api.nvim_win_set_cursor(0, { line + 1, column })
  local params = vim.lsp.util.make_position_params(0, 'utf-16')
  local answers = vim.lsp.buf_request_sync(0, method, params, PATIENCE)
  for _, answer in pairs(answers or {}) do
    assert(not answer.error, vim.inspect(answer.error))
    return answer.result
  end
  error('no answer to ' .. method)
end

local function run()
  vim.cmd('edit ' .. vim.fn.fnameescape(session.draft))
  local client = vim.lsp.start_client({
    name = 'rapporteur',
    cmd = { session.node, session.cli, 'lsp', '--stdio' },
    root_dir = vim.fn.fnamemodify(session.draft, ':h'),
  })
  vim.lsp.buf_attach_client(0, client)

  local answer = { filetype = vim.bo.filetype }
  wait_for('findings', function()
    return #vim.diagnostic.get(0) > 0
  end)
  answer.findings = findings()

  replace(session.wrong, session.right)
  wait_for('the findings to go', function()
    return #vim.diagnostic.get(0) == 0
  end)

  local line, _, behind = place_of(session.complete)
  vim.cmd('startinsert')
  local list = ask('textDocument/completion', line, behind)
  local typed = vim.api.nvim_get_current_line():sub(1, behind):match('%w*$')
  local items = vim.lsp.util.text_document_completion_list_to_complete_items(list, typed)
  answer.completions = vim.tbl_map(function(item)
    return item.word
  end, items)

  local row, first = place_of(session.explain)
  local hover = ask('textDocument/hover', row, first)
  answer.hover = table.concat(vim.lsp.util.convert_input_to_markdown_lines(hover.contents), '\n')
  return answer
end

local ok, answer = xpcall(run, debug.traceback)
local file = assert(io.open(session.answer, 'w'))
file:write(vim.json.encode(ok and answer or { error = answer }))
file:close()
vim.cmd('qall!')
