/** Mensajes sobre los archivos que llevan una edición de los datos a la siguiente. */
import type { enPatchErrors } from './en-patch-errors.ts';

export const esPatchErrors: Readonly<Record<keyof typeof enPatchErrors, string>> = {
  'error.patch-unreadable': 'No se puede leer el archivo de actualización. Compruebe que la unidad o la carpeta está conectada e inténtelo de nuevo. Los datos en uso quedan como están.',
  'error.patch-not-a-patch': 'Este archivo no es una actualización de Waymark. Elija un archivo que termine en .patch. No se cambió nada.',
  'error.patch-cut': 'El archivo de actualización no está completo. Cópielo o descárguelo otra vez. Los datos en uso quedan como están.',
  'error.patch-trailing': 'El archivo de actualización tiene algo añadido al final. Pídalo de nuevo a quien lo publica. Los datos en uso quedan como están.',
  'error.patch-changed': 'El archivo de actualización se dañó o se cambió en el camino. Pídalo de nuevo a quien lo publica. Los datos en uso quedan como están.',
  'error.patch-newer-format': 'El archivo de actualización se hizo para un Waymark más nuevo. Instale primero la versión más nueva. Los datos en uso quedan como están.',
  'error.patch-unknown-codec': 'El archivo de actualización está comprimido de una forma que esta versión no conoce. Instale un Waymark más nuevo. Los datos en uso quedan como están.',
  'error.patch-too-large': 'El archivo de actualización dice ser más grande de lo permitido, así que no se abrió. Los datos en uso quedan como están.',
  'error.patch-row-invalid': 'El archivo de actualización tiene un cambio que no puede ser correcto, así que no se usó nada de él. Avise a quien lo publica. Los datos en uso quedan como están.',
  'error.patch-wrong-base': 'Este archivo de actualización es para otra edición de los datos que la que hay aquí. Consiga el paquete completo. Los datos en uso quedan como están.',
  'error.patch-digest': 'El archivo de actualización no da la edición que nombra, así que no se usó nada de él. Consiga el paquete completo. Los datos en uso quedan como están.',
  'error.patch-other-scope': 'Estos dos paquetes son de lugares distintos, así que uno no puede ser la actualización del otro. No se cambió nada.',
};
