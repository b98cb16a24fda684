/**
 * Media: a *file* is what comes with a message or goes with one. A customer's file is *expected* when its message is taken
 * in, fetched by a job while the provider still has it, examined (whole, as long as it says, what it says it is) and only
 * then *stored*; what it was *refused* for stands on its row. A file of ours is stored when it is uploaded, *taken* by the
 * message that carries it, and *given* to each channel's provider once. Nothing in a file is ever run; it is handed out by
 * signed links alone.
 */
export { expectFile } from './expect.ts'
export { File, type FileKind, fileKinds, mostBytesOut } from './file.ts'
export { forgetGiven, give, givenId } from './give.ts'
export { type OpenedLink, openLink } from './open-link.ts'
export { filesById, getFile } from './queries.ts'
export { type TakenFile, takeFile } from './take.ts'
export { type Upload, type Uploaded, upload } from './upload.ts'
