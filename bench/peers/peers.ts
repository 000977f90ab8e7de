import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Contestant } from '../measure/contestant';
import { serveMarkdownClient } from './markdown-client';

/** Server names, as the tables have them. */
export const YAML_PEER = 'yaml-language-server';
export const MARKDOWN_PEER = 'vscode-markdown-languageserver';
export const JSON_PEER = 'vscode-json-language-server';

/**
 * The peers, each as it ships, with our schema where it takes one. None fetches schemas from the network.
 *
 * @param modules The `node_modules` that they are installed in.
 * @param project The project's folder.
 */
export function peerContestants(modules: string, project: string): Contestant[] {
  const schemaFile = join(project, 'schemas', 'rapporteur-report.schema.json');
  return [yamlPeer(modules, schemaFile), markdownPeer(modules), jsonPeer(modules, schemaFile)];
}

/** `validationDelayMs` in its `yamlSettings.js`; it pushes findings. */
const YAML_DEBOUNCE = 200;

function yamlPeer(modules: string, schemaFile: string): Contestant {
  const server = join(modules, 'yaml-language-server', 'bin', 'yaml-language-server');
  const yaml = {
    validate: true,
    hover: true,
    completion: true,
    schemas: { [pathToFileURL(schemaFile).href]: '*.report.yaml' },
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
  };
  return {
    name: YAML_PEER,
    setup: () => ({
      command: { name: YAML_PEER, args: [server, '--stdio'] },
      settings: { yaml, http: {}, '[yaml]': {}, editor: { tabSize: 2 } },
      onInitialized: (process) => process.notify('workspace/didChangeConfiguration', { settings: { yaml } }),
    }),
    format: 'yaml',
    debounce: YAML_DEBOUNCE,
    share: PEER_SHARE,
  };
}

/** Validation as VS Code has it when `markdown.validate.enabled` is on: pulled, without a delay. */
function markdownPeer(modules: string): Contestant {
  const server = join(modules, 'vscode-markdown-languageserver', 'dist', 'node', 'workerMain.js');
  const validate = {
    enabled: true,
    referenceLinks: { enabled: 'warning' },
    fragmentLinks: { enabled: 'warning' },
    fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
    ignoredLinks: [],
    unusedLinkDefinitions: { enabled: 'hint' },
    duplicateLinkDefinitions: { enabled: 'warning' },
  };
  const markdown = {
    server: { log: 'off' },
    preferredMdPathExtensionStyle: 'auto',
    occurrencesHighlight: { enabled: false },
    suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'never' } },
    validate,
  };
  return {
    name: MARKDOWN_PEER,
    setup: (folder) => ({
      command: { name: MARKDOWN_PEER, args: [server, '--stdio'] },
      initializationOptions: { markdownFileExtensions: ['md'] },
      prepare: (process, texts) => serveMarkdownClient(process, texts, modules, folder),
      onInitialized: (process) => process.notify('workspace/didChangeConfiguration', { settings: { markdown } }),
    }),
    format: 'markdown',
    debounce: 0,
    share: PEER_SHARE,
    // It completes links only, and has nothing to show for them.
    places: { completion: /\]\(#way/g },
  };
}

/** VS Code's JSON server; it is pulled, so its delay of 500 ms for pushing does not count. */
function jsonPeer(modules: string, schemaFile: string): Contestant {
  const server = join(modules, 'vscode-langservers-extracted', 'bin', 'vscode-json-language-server');
  const url = pathToFileURL(schemaFile).href;
  const schemas = [{ url, fileMatch: ['*.report.json'], schema: JSON.parse(readFileSync(schemaFile, 'utf8')) }];
  return {
    name: JSON_PEER,
    setup: () => ({
      command: { name: JSON_PEER, args: [server, '--stdio'] },
      initializationOptions: { provideFormatter: true, handledSchemaProtocols: ['file'] },
      onInitialized: (process) =>
        process.notify('workspace/didChangeConfiguration', {
          settings: { json: { validate: { enable: true }, schemas } },
        }),
    }),
    format: 'json',
    debounce: 0,
    share: PEER_SHARE,
  };
}

/** Peers take long for a keystroke at 10,000 lines, and their median is steady. */
const PEER_SHARE = 0.15;
