// SPDX-License-Identifier: Apache-2.0
// Prints the properties of the vCards in a file as ical.js sees them: for each card a list of group, name and values.
//
// node read_vcards.js ICAL.cjs FILE.vcf
const fs = require("fs");
const ICAL = require(require("path").resolve(process.argv[2]));

const strings = (value) => [value].flat(2).map(String);

// Of a text in 3.0 ical.js leaves the backslash that must stand before a semicolon.
const plain = (card) => {
  const is3 = card[1].some(([name, , , value]) => name === "version" && value === "3.0");
  return (text) => (is3 ? text.replace(/\\;/g, ";") : text);
};

// One card, or one after the other.
const parsed = ICAL.parse(fs.readFileSync(process.argv[3], "utf8"));
const cards = typeof parsed[0] === "string" ? [parsed] : parsed;
process.stdout.write(JSON.stringify(cards.map((card) => card[1].map(([name, parameters, , ...values]) =>
  [parameters.group || "", name.toUpperCase(), values.flatMap(strings).map(plain(card))]))));
