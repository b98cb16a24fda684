import { Refusal } from '#lib/refusal'

/** What was uploaded is something else than a list of people. */
export class NotAList extends Refusal {
  constructor(code: 'empty_file' | 'no_lines' | 'not_csv' | 'spreadsheet' | 'too_many_columns', sentence: string) {
    super(code, 422, sentence)
  }
}

export class ImportUnderWay extends Refusal {
  constructor() {
    super('import_under_way', 409, 'This import is at work already.')
  }
}

export class ImportNotChecked extends Refusal {
  constructor() {
    super('import_not_checked', 409, 'Check the file first: that shows what would happen.')
  }
}

export class ImportOver extends Refusal {
  constructor() {
    super('import_over', 409, 'This import is over. Upload the file again to import it again.')
  }
}

export class FileGone extends Refusal {
  constructor() {
    super('file_gone', 410, 'The file of this import has been removed. Upload it again.')
  }
}
