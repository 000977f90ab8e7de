import type { Connection } from 'vscode-languageserver';
import type { FileSource } from '../project/file-source';
import { FileSizeRequest, FindFilesRequest, ReadFileRequest } from './protocol';

/** Files through the client: remote and virtual workspaces then work as local ones do. */
export function clientFiles(connection: Connection): FileSource {
  return {
    find: (folder, globs) => connection.sendRequest(FindFilesRequest, { folder, globs }),
    size: async (uri) => {
      try {
        return (await connection.sendRequest(FileSizeRequest, { uri })) ?? undefined;
      } catch {
        // A client that provides files, but not this.
        return undefined;
      }
    },
    read: async (uri) => {
      const base64 = await connection.sendRequest(ReadFileRequest, { uri });
      return base64 === null ? undefined : Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    },
  };
}
