/** Why a picture attached to a message is not taken out, and what to do. */
export const pictureReason =
  'it is a picture, which holds no text to read. If words are shown in it, type them into a text file and import that.'
