/**
 * Templates: what a business writes more than once. A *template* has a *version* in each language, and that has words for
 * each channel; *variables* in them are named, typed and have an example. What WhatsApp is to carry is *submitted* to the
 * account of a number, judged there, and leaves in the words that were approved, only while they are. Frontdesk's own
 * templates (one for each *occasion*) are copied into a workspace when its templates are first looked at; they may be
 * changed, turned off and reset, but stay. Words are filled in by Liquid without loops, files or includes.
 */
export { type Rendered, renderFor, renderForWhatsapp, type TemplateUse, whyNotNow } from './for-message.ts'
