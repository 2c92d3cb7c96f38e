// The QR code of an ID card (Thông tư 17/2024/TT-BCA): number|old number|name|ddMMyyyy|sex|address|ddMMyyyy. A reader at the counter types it like a keyboard.
const shape = /^(\d{12})\|(\d{9})?\|([^|]+)\|(\d{8})\|([^|]*)\|([^|]*)\|(\d{8})/;

const day = text => `${text.slice(0, 2)}/${text.slice(2, 4)}/${text.slice(4)}`;

const iso = text => `${text.slice(4)}-${text.slice(2, 4)}-${text.slice(0, 2)}`;

const sexes = { nam: "1", nữ: "2" };

/** What a card says; null when the text is none. */
export function readCard(text) {
  const found = shape.exec(text.trim());
  return found && { number: found[1], name: found[3].trim(), born: day(found[4]), birthDate: iso(found[4]), sex: sexes[found[5].trim().toLowerCase().normalize("NFC")] ?? null, address: found[6].trim() };
}
