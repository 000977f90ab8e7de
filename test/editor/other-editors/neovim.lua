-- A session in Neovim with its own language client (0.7 or newer), run by other-editors.test.ts:
--   nvim --clean --headless -c 'luafile CONFIGURATION' -c 'luafile neovim.lua'
-- The variable RAPPORTEUR_SESSION holds JSON: draft (the file to open), wrong and fix (words with a finding, and some of
-- the title of the code action that solves it), complete and explain (words behind which and on which is asked), rename
-- (words, and their new name), files (names of the workspace's files). What Neovim showed is written to the file `answer`.

local session = vim.json.decode(os.getenv('RAPPORTEUR_SESSION'))
local PATIENCE = 30000

local function wait_for(what, holds)
  assert(vim.wait(PATIENCE, holds, 20), 'waited in vain for ' .. what)
end

-- Puts the cursor on the first of these words; answers the line (from 0) and the byte column behind them.
local function go_to(words)
  for index, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local first, last = line:find(words, 1, true)
    if first then
      vim.api.nvim_win_set_cursor(0, { index, first - 1 })
      return index - 1, last
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

-- What the server answers at a place, for what Neovim shows in a window of its own.
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

-- The list that a command fills, as names of files and text of lines.
local function listed(command, last_title)
  vim.fn.setqflist({}, 'r')
  command()
  wait_for(last_title, function()
    return #vim.fn.getqflist() > 0
  end)
  local places = vim.tbl_map(function(item)
    return { file = vim.fn.fnamemodify(vim.fn.bufname(item.bufnr), ':t'), line = vim.trim(item.text) }
  end, vim.fn.getqflist())
  vim.cmd('cclose')
  return places
end

local function text_of(file)
  local buffer = vim.fn.bufadd(file)
  vim.fn.bufload(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') .. '\n'
end

local function run()
  vim.cmd('edit ' .. vim.fn.fnameescape(session.draft))
  local draft = vim.api.nvim_get_current_buf()
  local folder = vim.fn.fnamemodify(session.draft, ':h')
  local answer = {}
  wait_for('findings', function()
    return #vim.diagnostic.get(0) > 0
  end)
  answer.findings = findings()

  vim.ui.select = function(items, _, choose)
    for _, item in ipairs(items) do
      if item[2].title:find(session.fix, 1, true) then
        return choose(item)
      end
    end
    error('offered is ' .. vim.inspect(items))
  end
  go_to(session.wrong)
  vim.lsp.buf.code_action()
  wait_for('the findings to go', function()
    return #vim.diagnostic.get(0) == 0
  end)

  local line, behind = go_to(session.complete)
  vim.cmd('startinsert')
  local list = ask('textDocument/completion', line, behind)
  local typed = vim.api.nvim_get_current_line():sub(1, behind):match('%w*$')
  local items = vim.lsp.util.text_document_completion_list_to_complete_items(list, typed)
  answer.completions = vim.tbl_map(function(item)
    return item.word
  end, items)
  vim.cmd('stopinsert')

  go_to(session.explain)
  local position = vim.api.nvim_win_get_cursor(0)
  local hover = ask('textDocument/hover', position[1] - 1, position[2])
  answer.hover = table.concat(vim.lsp.util.convert_input_to_markdown_lines(hover.contents), '\n')

  vim.lsp.buf.definition()
  wait_for('the definition', function()
    return vim.api.nvim_get_current_buf() ~= draft
  end)
  answer.definitions = { { file = vim.fn.expand('%:t'), line = vim.trim(vim.api.nvim_get_current_line()) } }
  vim.api.nvim_set_current_buf(draft)

  go_to(session.explain)
  answer.references = listed(vim.lsp.buf.references, 'references')
  vim.api.nvim_set_current_buf(draft)

  go_to(session.rename.words)
  local before = vim.api.nvim_buf_get_changedtick(draft)
  vim.lsp.buf.rename(session.rename.name)
  wait_for('the new name', function()
    return vim.api.nvim_buf_get_changedtick(draft) ~= before
  end)
  answer.renamed = {}
  for _, name in ipairs(session.files) do
    answer.renamed[name] = text_of(folder .. '/' .. name)
  end

  vim.lsp.buf.formatting_sync(nil, PATIENCE)
  answer.formatted = text_of(session.draft)
  return answer
end

local ok, answer = xpcall(run, debug.traceback)
local file = assert(io.open(session.answer, 'w'))
file:write(vim.json.encode(ok and answer or { error = answer }))
file:close()
vim.cmd('qall!')
