import type { Originals } from './occasions.ts'

export const es: Originals = {
  welcome: {
    subject: 'Te damos la bienvenida a {{ business }}',
    body: 'Hola, {{ customer }}:\n\nte damos la bienvenida a {{ business }}. A partir de ahora nos tienes aquí mismo: escríbenos cuando quieras reservar, preguntar o cambiar algo y te responderemos personalmente.',
    sms: 'Te damos la bienvenida a {{ business }}, {{ customer }}. Para reservar o preguntar, responde a este mensaje.',
  },
  trial_welcome: {
    subject: 'Tu prueba con {{ business }} ya ha empezado',
    body: 'Hola, {{ customer }}:\n\ntu periodo de prueba con {{ business }} ya ha empezado y dura hasta el {{ day }}. Aquí tienes todo lo necesario para comenzar: {{ link }}\n\nSi tienes alguna duda, responde a este mensaje.',
    sms: '{{ customer }}, tu prueba con {{ business }} dura hasta el {{ day | date: "short" }}. Empieza aquí: {{ link }}',
  },
  booking_confirmed: {
    subject: 'Reserva confirmada: {{ service }}, {{ day }}',
    body: 'Hola, {{ customer }}:\n\ntu reserva en {{ business }} está confirmada: {{ service }}, el {{ day }} a las {{ hour }}.\n\nPuedes cambiarla o cancelarla aquí: {{ link }}\n\n¡Te esperamos!',
    sms: '{{ business }}: reserva confirmada, {{ service }} el {{ day | date: "short" }} a las {{ hour }}. Cambiar o cancelar: {{ link }}',
  },
  booking_changed: {
    subject: 'Cambio de cita: {{ service }}, {{ day }}',
    body: 'Hola, {{ customer }}:\n\ntu reserva en {{ business }} ha cambiado: {{ service }} será ahora el {{ day }} a las {{ hour }}.\n\n¿No te viene bien? Elige otra hora aquí: {{ link }}\n\n¡Hasta pronto!',
    sms: '{{ business }}: {{ service }} pasa al {{ day | date: "short" }} a las {{ hour }}. Otra hora: {{ link }}',
  },
  booking_cancelled: {
    subject: 'Reserva cancelada: {{ service }}, {{ day }}',
    body: 'Hola, {{ customer }}:\n\ntu reserva en {{ business }} de {{ service }} para el {{ day }} a las {{ hour }} ha quedado cancelada.\n\nPuedes buscar otro momento aquí: {{ link }}\n\nNos encantará verte otro día.',
    sms: '{{ business }}: cancelada tu cita de {{ service }} del {{ day | date: "short" }}, {{ hour }}. Nueva cita: {{ link }}',
  },
  reminder: {
    subject: 'Recordatorio: {{ service }}, {{ day }}',
    body: 'Hola, {{ customer }}:\n\nte recordamos tu cita en {{ business }}: {{ service }}, el {{ day }} a las {{ hour }}.\n\nSi no puedes venir, avísanos con tiempo aquí: {{ link }}\n\n¡Hasta entonces!',
    sms: '{{ business }} te recuerda: {{ service }} el {{ day | date: "short" }} a las {{ hour }}. Si no puedes venir: {{ link }}',
    replies: ['Allí estaré', 'No puedo ir'],
  },
  form_request: {
    subject: 'Rellena, por favor: {{ form }}',
    body: 'Hola, {{ customer }}:\n\nantes de tu visita, {{ business }} necesita algunos datos. Rellena «{{ form }}» antes del {{ day }}, por favor: {{ link }}\n\nSolo te llevará unos minutos. ¡Gracias!',
    sms: '{{ business }}: rellena "{{ form }}" antes del {{ day | date: "short" }}: {{ link }}',
  },
  form_overdue: {
    subject: 'Aún falta: {{ form }}',
    body: 'Hola, {{ customer }}:\n\ntodavía no hemos recibido «{{ form }}», que debía llegar el {{ day }}. Sin ese formulario, {{ business }} no puede preparar tu visita.\n\nRellénalo aquí, por favor: {{ link }}\n\n¡Gracias!',
    sms: '{{ business }}: falta "{{ form }}", con fecha {{ day | date: "short" }}. Rellena aqui: {{ link }}',
  },
  order_steps: {
    subject: 'Tu pedido {{ order }}: {{ state }}',
    body: 'Hola, {{ customer }}:\n\nhay novedades sobre tu pedido {{ order }} en {{ business }}. Su estado es ahora: {{ state }}.\n\nTodos los detalles están aquí: {{ link }}\n\nGracias por tu compra.',
    sms: '{{ business }}, pedido {{ order }}: {{ state }}. Detalles: {{ link }}',
  },
  payment_link: {
    subject: 'Pago de {{ purpose }}: {{ amount }}',
    body: 'Hola, {{ customer }}:\n\nel importe pendiente con {{ business }} por {{ purpose }} es de {{ amount }}.\n\nPuedes pagarlo de forma segura aquí: {{ link }}\n\nSi ya has pagado, no hace falta que hagas nada.',
    sms: '{{ business }}: quedan {{ amount }} por pagar de {{ purpose }}. Pagar: {{ link }}',
  },
  call_answered: {
    subject: 'Tu llamada a {{ business }}',
    body: 'Hola, {{ customer }}:\n\ngracias por llamar a {{ business }}. Aquí puedes volver a leer lo que hemos hablado: {{ link }}\n\n¿Tienes otra pregunta? Responde a este mensaje.',
    sms: '{{ business }}: gracias por tu llamada. Lo que hemos hablado: {{ link }}',
  },
  call_missed: {
    subject: 'Has llamado a {{ business }}',
    body: 'Hola, {{ customer }}:\n\nhas llamado a {{ business }} y no hemos podido contestar a tiempo. ¡Lo sentimos! Escríbenos aquí de qué se trata y te respondemos en cuanto podamos.',
    sms: 'Has llamado a {{ business }} y no pudimos contestar. Responde con el motivo y te llamamos.',
    replies: ['Llámame, por favor', 'Quiero reservar'],
  },
  low_stock: {
    subject: 'Quedan pocas unidades: {{ item }}',
    body: 'Se está agotando un producto de {{ business }}: solo quedan {{ left }} unidades de {{ item }}. Haz un pedido a tiempo para que nadie tenga que esperar.',
    sms: '{{ business }}: solo quedan {{ left }} de {{ item }}.',
  },
  review_request: {
    subject: '¿Qué tal en {{ business }}?',
    body: 'Hola, {{ customer }}:\n\nestuviste en {{ business }} el {{ day }} para {{ service }}. ¿Quedaste a gusto? Una breve reseña lleva un minuto y nos ayuda a mejorar: {{ link }}\n\n¡Muchas gracias!',
    sms: '{{ business }}: ¿qué tal {{ service }} el {{ day | date: "short" }}? Cuéntanos: {{ link }}',
  },
}
