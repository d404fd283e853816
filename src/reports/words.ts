import type { CoverageCause } from '../core/problem.ts'

/** Why a record was not read whole, for a reader who does not know the program. */
export const causeWords: Readonly<Record<CoverageCause, string>> = {
  crashed: 'reading it failed in leaksift itself: please report it',
  memory_limit: 'it needed more memory than one item may take',
  time_limit: 'it took longer than one item may (--time-limit)',
  unreadable: 'it could not be opened or read: permissions, a disk error, or it is gone',
  changed_while_reading: 'it changed while it was read',
  encrypted: 'it is locked with a password',
  expansion_ratio: 'it unpacks to so much more than its size that unpacking was stopped',
  too_large: 'it, or a part of it, is larger than a limit (--max-file-size)',
  too_deep: 'archives or folders lie too deep within each other',
  too_many: 'it holds more pages, members or findings than a limit',
  truncated: 'it ends before it should: only a part of it was kept',
  malformed: 'it is damaged, or not what it claims to be',
  unsupported_type: 'it, or a part of it, is of a type that this version does not read',
  no_text: 'no text could be read on some of its pages',
  ocr_off: 'its text stands in pixels, and reading those was switched off (--ocr off)',
}

/** What a flag means; flags that say it themselves have no line here. */
export const flagWords: Readonly<Record<string, string>> = {
  animated: 'a picture that moves',
  before_after: 'the same scene more than once in one picture',
  digital_signature: 'signed electronically',
  document_page: 'a picture of a page',
  embedded_files: 'has files attached to it',
  embedded_preview: 'holds a smaller copy of its picture',
  encrypted: 'locked with a password',
  extension_mismatch: 'its name says another type than its bytes',
  gone: 'was there in an earlier scan, and no longer is',
  gps: 'says where it was taken',
  hidden_cells: 'has rows or columns that are not shown',
  hidden_sheet: 'has a sheet that is not shown',
  hidden_slide: 'has a slide that is not shown',
  hidden_text: 'has text that is not shown',
  macros: 'holds programs',
  more_findings: 'its further findings are counted only',
  nudity_suspected: 'somebody in it seems to be naked',
  multi_picture: 'several pictures in one file',
  panorama_360: 'shows everything around the camera',
  rebuilt_index: 'its table of contents was damaged and made again',
  thumbnail_differs: 'its small copy shows something else: what was cut away may still be in it',
  tracked_changes: 'keeps text that was deleted or changed',
  trailing_data: 'goes on behind its end',
  turntable_360: 'shows one person from all sides',
}
