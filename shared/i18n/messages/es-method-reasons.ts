import type { enMethodReasons } from './en-method-reasons.ts';

export const esMethodReasons: Readonly<Record<keyof typeof enMethodReasons, string>> = {
  'reason.method.baseline-without-training': 'Cálculo propio de la misma encuesta y zona: pago de los trabajos que piden secundaria o menos, sin experiencia y con poca o ninguna formación, según cuánta gente los tiene.',
  'reason.method.baseline-bachelor': 'Cálculo propio de la misma encuesta y zona: pago de los trabajos que piden una licenciatura, sin experiencia y con poca o ninguna formación, según cuánta gente los tiene.',
  'reason.method.floor-in-pay-dollars': 'La línea de buen empleo publicada, llevada a los dólares de la encuesta con el índice de precios.',
  'reason.method.floor-at-area-prices': 'La línea de buen empleo publicada, llevada a los dólares de la encuesta y a los precios de este lugar.',
  'reason.method.pay-at-national-prices': 'El pago publicado de este lugar, dividido entre su nivel regional de precios: lo que alcanza a comprar a los precios promedio del país.',
  'reason.method.sum-of-known-costs': 'Los costos que se saben y se pagan una vez, sumados. Un costo que no se sabe no se cuenta; entonces la suma dice «al menos».',
  'reason.method.sum-of-good-jobs': 'Las cifras publicadas de los empleos de esta lista, sumadas. Un empleo sin cifra publicada no se cuenta, así que el número verdadero es mayor.',
  'reason.method.money-ahead': 'Suma mes a mes desde el comienzo: el pago, menos lo que paga un trabajo sin estudios, menos los costos de la escuela, más las becas. Quienes están en el medio, antes de impuestos, en dólares de la encuesta, sin intereses.',
  'reason.method.smallest-change': 'El cambio más pequeño de esta sola cifra, con las demás como están, que da otra palabra.',
  'reason.method.present-value': 'Dinero por delante, año por año; cada año posterior cuenta 3 % menos que el anterior y el primero cuenta completo. Dólares de la encuesta de pago; los precios no cambian.',
  'reason.method.route-time': 'Cálculo propio con las cifras de esta página: lo que dura cada paso, uno tras otro, y de un rango su punto medio. Los créditos de un paso de antes lo hacen más corto y el medio tiempo, más largo. Un paso espera la edad y el diploma que pide.',
  'reason.method.route-cost': 'Cálculo propio con las cifras de esta página: los costos de cada paso que se saben y se pagan una vez, sumados. Un costo que no se sabe no se cuenta; entonces la suma dice «al menos».',
};
