// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/sample_events.h"

#include "core/language.h"
#include "flow/present_events.h"

namespace kith::ui::test {
namespace {

flow::KnownEvent Known(const flow::AppState& state, const std::string& name, const std::string& place,
                       int days_ago) {
  flow::KnownEvent known;
  known.event.id = MakeId<EventId>(state.now);
  known.event.name = name;
  known.event.place = place;
  known.begin = known.end = AddDays(state.today, -days_ago);
  return known;
}

const EventFigures kFigures = {.people = 38,
                               .checked_cards = 41,
                               .fields = 246,
                               .sure = 232,
                               .corrected = 11,
                               .follow_ups_done = 21,
                               .follow_ups_open = 64,
                               .introductions = 3};

}  // namespace

flow::AppState WithoutEvents(flow::AppState state) {
  state.screen = flow::Screen::kEvents;
  state.events.loaded = true;
  state.settings.event.reset();
  return state;
}

flow::AppState WithEvents(flow::AppState state) {
  state.screen = flow::Screen::kEvents;
  flow::EventsState& events = state.events;
  events.loaded = true;
  events.plans = {"default", "found-card", "founders"};
  flow::KnownEvent autumn = Known(state, "Autumn Meetup", "Town Hall", 0);
  autumn.event.id = state.settings.event->id;
  autumn.event.words = {.question = "What do you like to talk about?",
                        .topics = {"Open data", "Hiking", "Jazz", "Gardens", "Sailing"},
                        .keep_in_touch = "You may keep my details and write to me.",
                        .introduce = "You may introduce me to people who share an interest with me.",
                        .privacy = "Grace keeps your details on this machine for a year."};
  autumn.event.plan = "default";
  events.events = {autumn, Known(state, "Open Data Evening", "Library", 21),
                   Known(state, "Spring Meetup", "", 230)};
  events.selected = autumn.event.id;
  std::vector<flow::LocalHour> hours;
  int hour = 17;
  for (const int count : {4, 16, 11, 0, 7, 3})
    hours.push_back({state.today, hour++, count});
  events.numbers = flow::NumbersOf(kFigures, hours, state.today);
  return state;
}

flow::AppState WithLongEvent(flow::AppState state) {
  state = WithEvents(std::move(state));
  flow::KnownEvent& known = state.events.events[0];
  known.event.name =
      "International Gathering of Weavers, Sailors, Gardeners and Friends of Slow Engines 2026";
  known.event.place = "Community House of the Old Harbour Quarter, Great Hall on the Second Floor";
  known.begin = AddDays(*known.begin, -2);
  for (const char* topic : {"Very slow engines of the nineteenth century", "\u5c71\u7530", "Knots", "Choirs",
                            "Bread", "Tides", "Maps", "Lighthouses"})
    known.event.words.topics.emplace_back(topic);
  std::vector<flow::LocalHour> hours;
  for (int day = -2; day <= 0; ++day)
    hours.push_back({AddDays(state.today, day), 12, 130 + 45 * day});
  state.events.numbers = flow::NumbersOf(kFigures, hours, state.today);
  state.events.undo = flow::EventUndo{known};
  return state;
}

flow::AppState WithReadiness(flow::AppState state) {
  state = WithEvents(std::move(state));
  state.ready.findings = {
      {ReadyTopic::kReading, ReadyGrade::kGood, "Language data: eng+deu.", ""},
      {ReadyTopic::kReading, ReadyGrade::kNote,
       "No second reader: cards are read with Tesseract alone, less well.",
       "Its models are missing. Fetch them: scripts/install-models"},
      {ReadyTopic::kStore, ReadyGrade::kGood, "Store: /home/grace/.local/share/kith/kith.db", ""},
      {ReadyTopic::kDisk, ReadyGrade::kProblem, "Only 0.3 GB are free on the disk.",
       "Make room, or cards can't be kept: /home/grace/.local/share/kith"},
      {ReadyTopic::kBackup, ReadyGrade::kGood, "Backup of today: kith-2026-11-23.db.", ""},
      {ReadyTopic::kClock, ReadyGrade::kGood, "The clock shows 2026-11-23 18:00.", ""},
      {ReadyTopic::kHostCard, ReadyGrade::kNote, "Your own card is empty",
       "Fill it in, so that guests can take it home."}};
  return state;
}

flow::AppState WithSync(flow::AppState state) {
  using std::chrono::minutes;
  state.screen = flow::Screen::kSync;
  state.sync.loaded = true;
  state.sync.places = {.contacts = "https://dav.example.org/addressbooks/grace/kith/",
                       .follow_ups = "https://dav.example.org/calendars/grace/",
                       .user = "grace",
                       .last = {{SyncedKind::kContacts, state.now - minutes(12), 3, 1, ""},
                                {SyncedKind::kFollowUps, state.now - minutes(12), 0, 0,
                                 "The server doesn't answer. Look at the network, then try again."}}};
  return state;
}

flow::AppState WithSyncQuestion(flow::AppState state) {
  state = WithSync(std::move(state));
  state.sync.results = {
      {.run = state.sync.places.last[0],
       .notes =
           {{"Ada van der Example",
             "Both ends changed it. What stands here stays; the other value waits as a suggestion: title"},
            {"Bo Sample", "The server refused it: too large"}},
       .held_back = 37}};
  return state;
}

flow::AppState WithLogin(flow::AppState state) {
  state.screen = flow::Screen::kSync;
  state.sync.loaded = true;
  return state;
}

flow::AppState WithWrongPassword(flow::AppState state) {
  state = WithLogin(std::move(state));
  state.sync.connect.field = flow::LoginField::kPassword;
  state.sync.connect.problem =
      Filled(Tr("{0} doesn't accept the user and password. Give them again. Some servers want an app "
                "password."),
             {"dav.example.org"});
  return state;
}

flow::AppState WithLoginTried(flow::AppState state) {
  state = WithLogin(std::move(state));
  state.sync.connect.job = std::make_shared<flow::LongJob>();
  return state;
}

flow::AppState WithFoundPlaces(flow::AppState state) {
  state = WithLogin(std::move(state));
  state.sync.connect.found = {
      .contacts = {{"https://dav.example.org/addressbooks/grace/kith/", "Kith", true},
                   {"https://dav.example.org/addressbooks/grace/contacts/", "Contacts"},
                   {"https://dav.example.org/addressbooks/grace/club/",
                    "Rowing club and everybody who helps there"}},
      .follow_ups = {{"https://dav.example.org/calendars/grace/kith/", "Kith follow-ups"},
                     {"https://dav.example.org/calendars/grace/personal/", "Personal"}}};
  return state;
}

flow::AppState WithLead(flow::AppState state) {
  state = WithFoundPlaces(std::move(state));
  state.sync.connect.found->follow_ups.clear();
  state.sync.connect.found->leads_to = {"https://caldav.example.org:443"};
  return state;
}

}  // namespace kith::ui::test
