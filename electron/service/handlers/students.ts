/** Handlers over students and what they have earned. Each write is one command that can be undone. */
import { createStudent } from '../../../db/vault/commands/create-student.ts';
import { putEarned } from '../../../db/vault/commands/put-earned.ts';
import { removeEarned } from '../../../db/vault/commands/remove-earned.ts';
import { removeStudent } from '../../../db/vault/commands/remove-student.ts';
import { updateStudent } from '../../../db/vault/commands/update-student.ts';
import { getStudent } from '../../../db/vault/queries/get-student.ts';
import { listStudents } from '../../../db/vault/queries/list-students.ts';
import type { Vault } from '../../../db/vault/vault.ts';
import type { Handlers } from '../dispatcher.ts';
import { writeInto } from '../operation.ts';

type StudentHandlers = Pick<Handlers, Extract<keyof Handlers, `students.${string}`>>;

export function studentHandlers(vault: Vault): StudentHandlers {
  const write = writeInto(vault);
  return {
    'students.list': () => ({ students: vault.read(listStudents) }),
    'students.get': ({ id }) => vault.read((reader) => getStudent(reader, id)),
    'students.create': (fields) => ({ id: write('student-create', (writer) => createStudent(writer, fields)).value }),
    'students.update': ({ id, fields }) => {
      write('student-update', (writer) => { updateStudent(writer, id, fields); });
      return {};
    },
    'students.remove': ({ id }) => {
      write('student-remove', (writer) => { removeStudent(writer, id); });
      return {};
    },
    'students.putEarned': ({ studentId, earned }) => ({ id: write('earned-put', (writer) => putEarned(writer, studentId, earned)).value }),
    'students.removeEarned': ({ id }) => {
      write('earned-remove', (writer) => { removeEarned(writer, id); });
      return {};
    },
  };
}
