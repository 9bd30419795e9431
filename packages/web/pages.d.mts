/**
 * Folder of the built pages. In a source checkout they are built first where they are missing or older than their
 * sources, which takes some seconds; `onProgress` hears what is done.
 */
export function pagesFolder(onProgress?: (message: string) => void): Promise<string>
