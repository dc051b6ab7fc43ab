// SPDX-License-Identifier: Apache-2.0
// Prints the entries of a calendar as ical.js sees them.
//
// node read_calendar.js ICAL.cjs FILE.ics
const fs = require("fs");
const ICAL = require(require("path").resolve(process.argv[2]));

const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[3], "utf8")));

// The first days of a rule.
const days = (entry) => {
  const rule = entry.getFirstPropertyValue("rrule");
  if (!rule) return [];
  const iterator = rule.iterator(entry.getFirstPropertyValue("dtstart"));
  return [0, 1, 2, 3, 4].map(() => iterator.next().toString());
};

const entries = calendar.getAllSubcomponents().map((entry) => {
  const value = (name) => {
    const found = entry.getFirstPropertyValue(name);
    return found === null ? null : String(found);
  };
  const alarm = entry.getFirstSubcomponent("valarm");
  return {
    name: entry.name, uid: value("uid"), summary: value("summary"), description: value("description"),
    due: value("due"), begin: value("dtstart"), status: value("status"), completed: value("completed"),
    sequence: value("sequence"), kind: value("x-kith-kind"), alarm: alarm && String(alarm.getFirstPropertyValue("trigger")),
    days: days(entry),
  };
});
process.stdout.write(JSON.stringify(entries));
