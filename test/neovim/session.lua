-- Run by Neovim without a screen: opens a draft with the server attached, as a user's init.lua does, and prints what
-- the server says as one line of JSON: findings that were pushed, labels of completions, the text of a hover.
-- Arguments (environment): CLI the built command line, DRAFT the file to open.
local answers = {}
local draft = vim.env.DRAFT

local function finish(problem)
  answers.problem = problem
  io.stdout:write(vim.json and vim.json.encode(answers) or vim.fn.json_encode(answers), '\n')
  vim.cmd('qall!')
end

vim.cmd('edit ' .. vim.fn.fnameescape(draft))
local client = vim.lsp.start_client({
  name = 'rapporteur',
  cmd = { vim.env.NODE, vim.env.CLI, 'lsp', '--stdio' },
  root_dir = vim.fn.fnamemodify(draft, ':h'),
})
vim.lsp.buf_attach_client(0, client)

local pushed = vim.wait(30000, function()
  return #vim.diagnostic.get(0) > 0
end, 20)
if not pushed then
  return finish('no findings were pushed')
end
answers.findings = {}
for _, finding in ipairs(vim.diagnostic.get(0)) do
  table.insert(answers.findings, { code = finding.code, line = finding.lnum, column = finding.col, message = finding.message })
end

local function ask(method, line, character)
  local parameters = {
    textDocument = vim.lsp.util.make_text_document_params(),
    position = { line = line, character = character },
  }
  local results, problem = vim.lsp.buf_request_sync(0, method, parameters, 30000)
  local answer = results and results[client]
  return answer and answer.result, problem
end

local lines = vim.api.nvim_buf_get_lines(0, 0, -1, false)
for number, words in ipairs(lines) do
  if words:match('^%- %*%*Status') then
    local list = ask('textDocument/completion', number - 1, #words) or {}
    answers.completions = {}
    for _, item in ipairs(list.items or list) do
      table.insert(answers.completions, item.label)
    end
  end
  local column = words:find('Europol')
  if column then
    local hover = ask('textDocument/hover', number - 1, column)
    answers.hover = hover and hover.contents and hover.contents.value
  end
end

-- A correction takes the finding away, by another push.
vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(table.concat(lines, '\n'):gsub('Action 99', 'Action 14', 1), '\n'))
answers.corrected = vim.wait(30000, function()
  for _, finding in ipairs(vim.diagnostic.get(0)) do
    if finding.code == 'action-unknown' then
      return false
    end
  end
  return true
end, 20)
finish()
