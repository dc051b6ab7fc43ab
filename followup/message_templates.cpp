// SPDX-License-Identifier: Apache-2.0
#include "followup/introduction_steps.h"
#include "followup/messages.h"

namespace kith::followup {

// Short, personal, without pressure to answer: what people write who like each other.
const std::vector<MessageTemplate>& OwnTemplates() {
  static const std::vector<MessageTemplate> templates = {
      {FollowUpKind::kSayHello, 0, "en", "Nice to meet you[ at {event}]",
       "Hello {given},\n\nit was nice to meet you[ at {event}].[ I enjoyed talking about {interest}.]\n\n"
       "All the best\n[{host}]"},
      {FollowUpKind::kSayHello, 0, "de", "Schön, dass wir uns getroffen haben",
       "Hallo {given},\n\nes war schön, dich[ bei {event}] kennenzulernen.[ Über {interest} habe ich gern "
       "mit "
       "dir gesprochen.]\n\nViele Grüße\n[{host}]"},
      {FollowUpKind::kCheckIn, 0, "en", "How are you?",
       "Hello {given},\n\nyou came to my mind today: how are you?[ What is new about {interest}?]\n\n"
       "No need to answer soon. All the best\n[{host}]"},
      {FollowUpKind::kCheckIn, 0, "de", "Wie geht es dir?",
       "Hallo {given},\n\nich habe heute an dich gedacht: Wie geht es dir?[ Was gibt es Neues bei "
       "{interest}?]\n\nAntworte, wann es dir passt. Viele Grüße\n[{host}]"},
      {FollowUpKind::kBirthday, 0, "en", "Happy birthday!",
       "Dear {given},\n\nhappy birthday! I hope that you have a lovely day.[ And a good year with much "
       "{interest} in it.]\n\nAll the best\n[{host}]"},
      {FollowUpKind::kBirthday, 0, "de", "Alles Gute zum Geburtstag!",
       "Hallo {given},\n\nalles Gute zum Geburtstag! Ich wünsche dir einen schönen Tag.[ Und ein gutes Jahr "
       "mit viel {interest}.]\n\nViele Grüße\n[{host}]"},
      {FollowUpKind::kAnniversary, 0, "en", "It has been a while",
       "Hello {given},\n\nI just saw how long ago we met[ at {event}]. I am glad that we did. How are "
       "you?\n\nAll the best\n[{host}]"},
      {FollowUpKind::kAnniversary, 0, "de", "So lange ist das her",
       "Hallo {given},\n\nich habe gerade gesehen, wie lange es her ist, dass wir uns[ bei {event}] "
       "getroffen "
       "haben. Das freut mich noch immer. Wie geht es dir?\n\nViele Grüße\n[{host}]"},
      {FollowUpKind::kSendLink, 0, "en", "The link that I promised",
       "Hello {given},\n\nas promised[ at {event}], here it is:\n\n\u2026\n\nAll the best\n[{host}]"},
      {FollowUpKind::kSendLink, 0, "de", "Der versprochene Link",
       "Hallo {given},\n\nwie[ bei {event}] versprochen:\n\n\u2026\n\nViele Grüße\n[{host}]"},
      {FollowUpKind::kPromise, 0, "en", "What I promised",
       "Hello {given},\n\n[when we met at {event}, ]I noted: \u201c{promise}\u201d. \u2026\n\nAll the "
       "best\n[{host}]"},
      {FollowUpKind::kPromise, 0, "de", "Was ich versprochen habe",
       "Hallo {given},\n\n[bei {event} ]habe ich mir notiert: \u201e{promise}\u201c. \u2026\n\nViele "
       "Grüße\n[{host}]"},
      {FollowUpKind::kReopen, 0, "en", "Your card turned up again",
       "Hello {given},\n\nyour card turned up again when I tidied my desk[; I think that it is from "
       "{event}]. "
       "It has been a long time, and I don't know whether you remember me. What are you up to these "
       "days?\n\nAll the best\n[{host}]"},
      {FollowUpKind::kReopen, 0, "de", "Deine Karte ist wieder aufgetaucht",
       "Hallo {given},\n\nbeim Aufräumen ist deine Karte wieder aufgetaucht[; ich glaube, sie ist von "
       "{event}]. Das ist lange her, und vielleicht erinnerst du dich nicht. Was machst du "
       "inzwischen?\n\nViele Grüße\n[{host}]"},
      {FollowUpKind::kIntroduce, kAsk, "en", "Somebody whom you might like to meet",
       "Hello {given},\n\nI know somebody whom you might like to meet[: {reason}]. Shall I introduce you to "
       "each other? A no is fine, too; I ask both before I name anybody.\n\nAll the best\n[{host}]"},
      {FollowUpKind::kIntroduce, kAsk, "de", "Jemand, den du mögen könntest",
       "Hallo {given},\n\nich kenne jemanden, den du vielleicht gern kennenlernen würdest[: {reason}]. Soll "
       "ich euch bekannt machen? Ein Nein ist auch in Ordnung; ich frage beide, bevor ich Namen "
       "nenne.\n\nViele Grüße\n[{host}]"},
      {FollowUpKind::kIntroduce, kBringTogether, "en", "{given}, meet {other}",
       "Hello {given}, hello {other},\n\nyou both said that you would like to meet, so here you are[: "
       "{reason}]. The rest is yours.\n\nAll the best\n[{host}]"},
      {FollowUpKind::kIntroduce, kBringTogether, "de", "{given}, das ist {other}",
       "Hallo {given}, hallo {other},\n\nihr wolltet euch beide kennenlernen, also bitte[: {reason}]. Alles "
       "Weitere liegt bei euch.\n\nViele Grüße\n[{host}]"},
  };
  return templates;
}

}  // namespace kith::followup
