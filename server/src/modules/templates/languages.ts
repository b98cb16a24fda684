/** The languages WhatsApp knows templates in, by the code it uses for them. */
export const languages: readonly string[] = [
  ...['af', 'sq', 'ar', 'ar_AE', 'ar_EG', 'ar_MA', 'ar_SA', 'az', 'be_BY', 'bn', 'bn_IN', 'bg', 'ca', 'zh_CN', 'zh_HK'],
  ...['zh_TW', 'hr', 'cs', 'da', 'nl', 'nl_BE', 'en', 'en_AU', 'en_CA', 'en_GB', 'en_GH', 'en_IE', 'en_IN', 'en_NZ'],
  ...['en_US', 'en_ZA', 'et', 'fil', 'fi', 'fr', 'fr_BE', 'fr_CA', 'fr_CH', 'ka', 'de', 'de_AT', 'de_CH', 'el', 'gu'],
  ...['ha', 'he', 'hi', 'hu', 'id', 'ga', 'it', 'ja', 'kn', 'kk', 'rw_RW', 'ko', 'ky_KG', 'lo', 'lv', 'lt', 'mk', 'ms'],
  ...['ml', 'mr', 'nb', 'ps_AF', 'fa', 'pl', 'pt_BR', 'pt_PT', 'pa', 'ro', 'ru', 'sr', 'si_LK', 'sk', 'sl', 'es'],
  ...['es_AR', 'es_CL', 'es_CO', 'es_ES', 'es_MX', 'es_PE', 'es_UY', 'sw', 'sv', 'ta', 'te', 'th', 'tr', 'uk', 'ur'],
  ...['uz', 'vi', 'zu'],
]

/** How the platform's own formatting calls a language. */
export function localeOf(language: string): string {
  return language.replace('_', '-')
}

/** Of those there are, the one closest to what is wanted: itself, the same language of another country, English, any. */
export function closestLanguage(there: readonly string[], wanted: string | undefined): string | undefined {
  const same = wanted?.split('_')[0]
  return (
    there.find((one) => one === wanted) ??
    there.find((one) => one.split('_')[0] === same) ??
    there.find((one) => one.startsWith('en')) ??
    there[0]
  )
}
