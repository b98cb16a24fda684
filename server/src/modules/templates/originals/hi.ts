import type { Originals } from './occasions.ts'

export const hi: Originals = {
  welcome: {
    subject: '{{ business }} में आपका स्वागत है',
    body: 'नमस्ते {{ customer }},\n\n{{ business }} में आपका स्वागत है! अब आप हमसे यहीं बात कर सकते हैं: बुकिंग करनी हो, कुछ पूछना हो या कुछ बदलना हो, तो बस लिख दीजिए। हम ज़रूर जवाब देंगे।',
    sms: '{{ customer }} जी, {{ business }} में आपका स्वागत है! बुकिंग या सवाल के लिए इसी संदेश का जवाब दें।',
  },
  trial_welcome: {
    subject: '{{ business }} के साथ आपका ट्रायल शुरू हो गया है',
    body: 'नमस्ते {{ customer }},\n\n{{ business }} के साथ आपका ट्रायल शुरू हो गया है और {{ day }} तक चलेगा। शुरुआत के लिए ज़रूरी सारी जानकारी यहाँ है: {{ link }}\n\nकुछ समझ न आए तो इसी संदेश का जवाब दें।',
    sms: '{{ business }}: आपका ट्रायल {{ day | date: "short" }} तक है। शुरू करें: {{ link }}',
  },
  booking_confirmed: {
    subject: 'बुकिंग पक्की: {{ service }}, {{ day }}',
    body: 'नमस्ते {{ customer }},\n\n{{ business }} में आपकी बुकिंग पक्की हो गई है: {{ service }}, दिन {{ day }}, समय {{ hour }}।\n\nबदलने या रद्द करने के लिए यहाँ जाएँ: {{ link }}\n\nहम आपका इंतज़ार करेंगे।',
    sms: '{{ business }}: {{ service }} बुक है, {{ day | date: "short" }}, {{ hour }}। बदलें या रद्द करें: {{ link }}',
  },
  booking_changed: {
    subject: 'बुकिंग बदली गई: {{ service }}, {{ day }}',
    body: 'नमस्ते {{ customer }},\n\n{{ business }} में आपकी बुकिंग का समय बदल गया है: {{ service }} अब {{ day }} को समय {{ hour }} पर होगी।\n\nयह समय ठीक नहीं है? दूसरा समय यहाँ चुनें: {{ link }}\n\nजल्द मिलते हैं।',
    sms: '{{ business }}: {{ service }} अब {{ day | date: "short" }}, {{ hour }} पर। दूसरा समय: {{ link }}',
  },
  booking_cancelled: {
    subject: 'बुकिंग रद्द: {{ service }}, {{ day }}',
    body: 'नमस्ते {{ customer }},\n\n{{ business }} में {{ service }} की आपकी बुकिंग, जो {{ day }} को समय {{ hour }} पर थी, रद्द कर दी गई है।\n\nनया समय यहाँ चुनें: {{ link }}\n\nकिसी और दिन आपसे मिलकर हमें खुशी होगी।',
    sms: '{{ business }}: {{ service }}, {{ day | date: "short" }}, {{ hour }} रद्द है। फिर बुक करें: {{ link }}',
  },
  reminder: {
    subject: 'याद दिला रहे हैं: {{ service }}, {{ day }}',
    body: 'नमस्ते {{ customer }},\n\n{{ business }} में आपकी बुकिंग याद दिला रहे हैं: {{ service }}, दिन {{ day }}, समय {{ hour }}।\n\nअगर आप न आ सकें, तो कृपया समय रहते यहाँ बता दें: {{ link }}\n\nतब मिलते हैं!',
    sms: '{{ business }}: {{ service }}, {{ day | date: "short" }}, {{ hour }} याद रखें। न आ सकें तो: {{ link }}',
    replies: ['मैं आ रहा/रही हूँ', 'मैं नहीं आ पाऊँगा/गी'],
  },
  form_request: {
    subject: 'कृपया भरें: {{ form }}',
    body: 'नमस्ते {{ customer }},\n\nआपके आने से पहले {{ business }} को आपसे कुछ जानकारी चाहिए। कृपया “{{ form }}” {{ day | date }} तक यहाँ भर दें: {{ link }}\n\nइसमें कुछ ही मिनट लगेंगे। धन्यवाद!',
    sms: '{{ business }}: कृपया "{{ form }}" {{ day | date: "short" }} तक भरें: {{ link }}',
  },
  form_overdue: {
    subject: 'अभी बाकी है: {{ form }}',
    body: 'नमस्ते {{ customer }},\n\n“{{ form }}” हमें अब तक नहीं मिला है; इसकी आखिरी तारीख {{ day }} थी। इसके बिना {{ business }} आपके आने की तैयारी नहीं कर सकता।\n\nकृपया यहाँ भरें: {{ link }}\n\nधन्यवाद!',
    sms: '{{ business }}: "{{ form }}" की तारीख {{ day | date: "short" }} थी। कृपया भरें: {{ link }}',
  },
  order_steps: {
    subject: 'आपका ऑर्डर {{ order }}: {{ state }}',
    body: 'नमस्ते {{ customer }},\n\n{{ business }} में आपके ऑर्डर {{ order }} के बारे में नई जानकारी है। अब उसकी स्थिति है: {{ state }}।\n\nपूरी जानकारी यहाँ देखें: {{ link }}\n\nऑर्डर के लिए धन्यवाद।',
    sms: '{{ business }}, ऑर्डर {{ order }}: {{ state }}। जानकारी: {{ link }}',
  },
  payment_link: {
    subject: '{{ purpose }} का भुगतान: {{ amount }}',
    body: 'नमस्ते {{ customer }},\n\n{{ business }} को {{ purpose }} के लिए आपका बकाया {{ amount }} है।\n\nसुरक्षित भुगतान यहाँ करें: {{ link }}\n\nअगर आप भुगतान कर चुके हैं, तो इस संदेश पर ध्यान न दें।',
    sms: '{{ business }}: {{ purpose }} के {{ amount }} बाकी हैं। भुगतान: {{ link }}',
  },
  call_answered: {
    subject: '{{ business }} से आपकी बातचीत',
    body: 'नमस्ते {{ customer }},\n\n{{ business }} को फ़ोन करने के लिए धन्यवाद। हमारी बातचीत आप यहाँ फिर से पढ़ सकते हैं: {{ link }}\n\nकोई और सवाल हो तो इसी संदेश का जवाब दें।',
    sms: '{{ business }}: फ़ोन के लिए धन्यवाद। हमारी बातचीत: {{ link }}',
  },
  call_missed: {
    subject: 'आपने {{ business }} को फ़ोन किया था',
    body: 'नमस्ते {{ customer }},\n\nआपने {{ business }} को फ़ोन किया था और हम समय पर उठा नहीं पाए। माफ़ कीजिए! कृपया यहाँ लिख दें कि क्या काम था, हम जल्द से जल्द जवाब देंगे।',
    sms: '{{ business }}: हम आपका फ़ोन नहीं उठा पाए, माफ़ करें! काम लिखकर भेजें, हम जवाब देंगे।',
    replies: ['कृपया मुझे फ़ोन करें', 'मुझे बुकिंग करनी है'],
  },
  low_stock: {
    subject: 'स्टॉक कम है: {{ item }}',
    body: 'आपके यहाँ {{ business }} में एक सामान खत्म होने वाला है: {{ item }} के केवल {{ left }} नग बचे हैं। समय रहते मँगवा लें, ताकि किसी ग्राहक को इंतज़ार न करना पड़े।',
    sms: '{{ business }}: {{ item }} के केवल {{ left }} बचे हैं।',
  },
  review_request: {
    subject: '{{ business }} में आपका अनुभव कैसा रहा?',
    body: 'नमस्ते {{ customer }},\n\nआप {{ day }} को {{ service }} के लिए {{ business }} आए थे। क्या आप संतुष्ट हैं? एक मिनट में अपनी राय दें, इससे हमें बेहतर होने में मदद मिलती है: {{ link }}\n\nबहुत धन्यवाद!',
    sms: '{{ business }}: {{ day | date: "short" }} की {{ service }} कैसी रही? बताएँ: {{ link }}',
  },
}
