import type { enMethodReasons } from './en-method-reasons.ts';

export const esMethodReasons: Readonly<Record<keyof typeof enMethodReasons, string>> = {
  'reason.method.baseline-without-training': 'Cálculo propio de la misma encuesta y zona: pago de los trabajos que piden secundaria o menos, sin experiencia y con poca o ninguna formación, según cuánta gente los tiene.',
  'reason.method.floor-in-pay-dollars': 'La línea de buen empleo publicada, llevada a los dólares de la encuesta con el índice de precios.',
};
