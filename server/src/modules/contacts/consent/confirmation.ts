import type { ConsentHeard } from './hear.ts'
import type { ConsentLanguage } from './words.ts'

/** What tells a person that their STOP was heard, in their language. */
export function confirmationOf({ language, purposes }: Pick<ConsentHeard, 'language' | 'purposes'>): string {
  const { everything, marketing } = texts[language]
  return purposes.includes('service') ? everything : marketing
}

const texts: Readonly<Record<ConsentLanguage, { readonly everything: string; readonly marketing: string }>> = {
  en: {
    everything:
      'You have opted out. We will only write to answer you when you write to us. Send START if you change your mind.',
    marketing: 'You will get no more offers from us. Send START if you change your mind.',
  },
  es: {
    everything:
      'Te has dado de baja. Solo te escribiremos para responderte cuando nos escribas. Envía ALTA si cambias de idea.',
    marketing: 'No recibirás más promociones nuestras. Envía ALTA si cambias de idea.',
  },
  pt: {
    everything:
      'Você saiu da nossa lista. Só escreveremos para responder quando você nos escrever. Envie VOLTAR A RECEBER se mudar de ideia.',
    marketing: 'Você não receberá mais promoções nossas. Envie VOLTAR A RECEBER se mudar de ideia.',
  },
  hi: {
    everything: 'आपने संदेश बंद कर दिए हैं। अब हम केवल आपके लिखने पर ही जवाब देंगे। फिर से पाने के लिए “शुरू करें” भेजें।',
    marketing: 'अब आपको हमारे ऑफ़र नहीं मिलेंगे। फिर से पाने के लिए “शुरू करें” भेजें।',
  },
}
