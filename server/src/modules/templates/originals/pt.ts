import type { Originals } from './occasions.ts'

export const pt: Originals = {
  welcome: {
    subject: 'Boas-vindas da equipe {{ business }}',
    body: 'Olá, {{ customer }}!\n\nÉ um prazer ter você com a gente na {{ business }}. A partir de agora, fale conosco por aqui: escreva quando quiser agendar, perguntar ou mudar alguma coisa, e alguém da equipe responde.',
    sms: 'Boas-vindas da {{ business }}, {{ customer }}! Para agendar ou perguntar, responda a esta mensagem.',
  },
  trial_welcome: {
    subject: 'Seu período de teste com {{ business }} começou',
    body: 'Olá, {{ customer }}!\n\nSeu período de teste com {{ business }} começou e vai até {{ day }}. Tudo o que você precisa para começar está aqui: {{ link }}\n\nSe tiver qualquer dúvida, é só responder a esta mensagem.',
    sms: '{{ customer }}, seu teste com {{ business }} vai até {{ day | date: "short" }}. Comece aqui: {{ link }}',
  },
  booking_confirmed: {
    subject: 'Agendado: {{ service }}, {{ day }}',
    body: 'Olá, {{ customer }}!\n\nSeu horário com {{ business }} está confirmado: {{ service }}, {{ day }}, às {{ hour }}.\n\nPara mudar ou cancelar, acesse: {{ link }}\n\nEsperamos por você!',
    sms: '{{ business }}: {{ service }} confirmado para {{ day | date: "short" }}, {{ hour }}. Mudar ou cancelar: {{ link }}',
  },
  booking_changed: {
    subject: 'Novo horário: {{ service }}, {{ day }}',
    body: 'Olá, {{ customer }}!\n\nSeu agendamento com {{ business }} mudou: {{ service }} agora é {{ day }}, às {{ hour }}.\n\nNão fica bom para você? Escolha outro horário aqui: {{ link }}\n\nAté breve!',
    sms: '{{ business }}: {{ service }} mudou para {{ day | date: "short" }}, {{ hour }}. Outro horário: {{ link }}',
  },
  booking_cancelled: {
    subject: 'Cancelado: {{ service }}, {{ day }}',
    body: 'Olá, {{ customer }}!\n\nSeu agendamento com {{ business }} para {{ service }}, {{ day }}, às {{ hour }}, foi cancelado.\n\nPara marcar um novo horário, acesse: {{ link }}\n\nSerá um prazer receber você outro dia.',
    sms: '{{ business }}: {{ service }} de {{ day | date: "short" }}, {{ hour }}, foi cancelado. Remarcar: {{ link }}',
  },
  reminder: {
    subject: 'Lembrete: {{ service }}, {{ day }}',
    body: 'Olá, {{ customer }}!\n\nPassando para lembrar do seu horário com {{ business }}: {{ service }}, {{ day }}, às {{ hour }}.\n\nSe não puder vir, avise com antecedência: {{ link }}\n\nAté lá!',
    sms: 'Lembrete da {{ business }}: {{ service }} em {{ day | date: "short" }}, {{ hour }}. Não pode vir? {{ link }}',
    replies: ['Estarei lá', 'Não vou conseguir'],
  },
  form_request: {
    subject: 'Por favor, preencha: {{ form }}',
    body: 'Olá, {{ customer }}!\n\nAntes da sua visita, {{ business }} precisa de algumas informações. Por favor, preencha “{{ form }}” até {{ day }}: {{ link }}\n\nLeva só alguns minutos. Obrigado!',
    sms: '{{ business }}: por favor, preencha "{{ form }}" até {{ day | date: "short" }}: {{ link }}',
  },
  form_overdue: {
    subject: 'Ainda falta: {{ form }}',
    body: 'Olá, {{ customer }}!\n\nAinda não recebemos “{{ form }}”, que tinha prazo até {{ day }}. Sem isso, {{ business }} não consegue preparar a sua visita.\n\nPor favor, preencha aqui: {{ link }}\n\nObrigado!',
    sms: '{{ business }}: "{{ form }}" venceu em {{ day | date: "short" }}. Preencha aqui: {{ link }}',
  },
  order_steps: {
    subject: 'Seu pedido {{ order }}: {{ state }}',
    body: 'Olá, {{ customer }}!\n\nTemos novidades sobre o seu pedido {{ order }} com {{ business }}. A situação agora é: {{ state }}.\n\nTodos os detalhes estão aqui: {{ link }}\n\nObrigado pela compra.',
    sms: '{{ business }}, pedido {{ order }}: {{ state }}. Detalhes: {{ link }}',
  },
  payment_link: {
    subject: 'Pagamento de {{ purpose }}: {{ amount }}',
    body: 'Olá, {{ customer }}!\n\nO valor em aberto com {{ business }} referente a {{ purpose }} é de {{ amount }}.\n\nPague com segurança aqui: {{ link }}\n\nJá pagou? Então, por favor, desconsidere esta mensagem.',
    sms: '{{ business }}: {{ amount }} em aberto de {{ purpose }}. Pague aqui: {{ link }}',
  },
  call_answered: {
    subject: 'Sua ligação para {{ business }}',
    body: 'Olá, {{ customer }}!\n\nObrigado por ligar para {{ business }}. O que conversamos está aqui, para você ler de novo: {{ link }}\n\nFicou com alguma dúvida? É só responder a esta mensagem.',
    sms: '{{ business }}: obrigado pela ligação. O que conversamos: {{ link }}',
  },
  call_missed: {
    subject: 'Você ligou para {{ business }}',
    body: 'Olá, {{ customer }}!\n\nVocê ligou para {{ business }} e não conseguimos atender a tempo. Pedimos desculpas! Escreva aqui o assunto, e retornamos assim que possível.',
    sms: 'Você ligou para {{ business }} e não conseguimos atender. Responda com o assunto e retornamos.',
    replies: ['Me liguem, por favor', 'Quero agendar'],
  },
  low_stock: {
    subject: 'Estoque baixo: {{ item }}',
    body: 'Um produto de {{ business }} está acabando: restam apenas {{ left }} unidades de {{ item }}. Faça o pedido a tempo, para que nenhum cliente precise esperar.',
    sms: '{{ business }}: restam apenas {{ left }} de {{ item }}.',
  },
  review_request: {
    subject: 'Como foi na {{ business }}?',
    body: 'Olá, {{ customer }}!\n\nVocê esteve na {{ business }}, {{ day }}, para {{ service }}. Gostou do resultado? Uma avaliação rápida leva um minuto e nos ajuda a melhorar: {{ link }}\n\nMuito obrigado!',
    sms: '{{ business }}: como foi {{ service }} em {{ day | date: "short" }}? Conte para a gente: {{ link }}',
  },
}
