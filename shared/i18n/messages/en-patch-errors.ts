/** Messages for patches from one edition of the data to the next. */
export const enPatchErrors = {
  'error.patch-unreadable': 'The update file cannot be read. Check that the drive or folder is connected, and try again. The data in use stays as it is.',
  'error.patch-not-a-patch': 'This file is not a Waymark update file. Choose a file that ends in .patch. Nothing was changed.',
  'error.patch-cut': 'The update file is not complete. Copy or download it again. The data in use stays as it is.',
  'error.patch-trailing': 'The update file has something added at its end. Get it again from its publisher. The data in use stays as it is.',
  'error.patch-changed': 'The update file was damaged or changed on its way. Get it again from its publisher. The data in use stays as it is.',
  'error.patch-newer-format': 'The update file was made for a newer Waymark. Install the newer version first. The data in use stays as it is.',
  'error.patch-unknown-codec': 'The update file is compressed in a way this version does not know. Install a newer Waymark. The data in use stays as it is.',
  'error.patch-too-large': 'The update file says it is larger than any may be, so it was not opened. The data in use stays as it is.',
  'error.patch-row-invalid': 'The update file holds a change that cannot be right, so none of it was used. Tell its publisher. The data in use stays as it is.',
  'error.patch-wrong-base': 'This update file belongs to another edition of the data than the one here. Get the whole pack in its place. The data in use stays as it is.',
  'error.patch-digest': 'The update file does not give the edition it names, so none of it was used. Get the whole pack in its place. The data in use stays as it is.',
  'error.patch-other-scope': 'These two packs are for different places, so one cannot be an update of the other. Nothing was changed.',
} as const;
