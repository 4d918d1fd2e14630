/** What the machine refuses, in words: its own are codes and names of calls, which say little to who typed a name. */

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'a file of this name is there already',
  ENOTEMPTY: 'the folder is not empty',
  EACCES: 'this user may not do that there',
  EPERM: 'this user may not do that there',
  EROFS: 'nothing can be written there',
  EBUSY: 'another program holds it',
  ENOSPC: 'the disk is full',
  EDQUOT: 'no more may be stored there',
  EFBIG: 'the file would be too large',
  EIO: 'the disk does not answer as it should',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ECONNREFUSED: 'nobody answers there',
  EADDRINUSE: 'another program listens there',
}

/** Whether the operating system refused something: a file, a disk, a network. */
export function isOfTheSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}

/** Why, as the end of a line. */
export function inWords(error: Error): string {
  const code = 'code' in error ? String(error.code) : ''
  return (Object.hasOwn(WORDS, code) && WORDS[code]) || error.message
}
