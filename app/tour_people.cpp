// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <string>
#include <vector>

#include "app/open_store.h"
#include "app/tour.h"

namespace kith::app {
namespace {

/// The same in both languages of the tour.
struct Words {
  const char* english;
  const char* german;
};

class Filler {
 public:
  Filler(OpenedStore& opened, bool german)
      : store_(*opened.store), now_(opened.clock->Now()), today_(opened.clock->Today()), german_(german) {}

  Result<Event> Fill() {
    Result<Event> event = MakeEvent();
    if (!event) return event;
    event_ = event->id;
    for (const auto& add : {&Filler::AddAda, &Filler::AddBo, &Filler::AddZoe, &Filler::AddOthers}) {
      if (Result<void> added = (this->*add)(); !added) return added.error();
    }
    return event;
  }

 private:
  std::string In(const Words& words) const { return german_ ? words.german : words.english; }

  Result<Event> MakeEvent() {
    Result<Event> event = store_.events().FindOrCreate(In({"Autumn Meetup", "Herbsttreffen"}));
    if (!event) return event;
    event->place = In({"Town Library", "Stadtbibliothek"});
    event->begin = now_ - std::chrono::hours(2);
    event->end = now_ + std::chrono::hours(3);
    event->words.topics = {In({"Choirs", "Chöre"}),          In({"Old boats", "Alte Boote"}),
                           In({"Open data", "Freie Daten"}), In({"Sourdough", "Sauerteig"}),
                           In({"Hiking", "Wandern"}),        In({"Board games", "Brettspiele"})};
    if (Result<void> kept = store_.events().Update(*event); !kept) return kept.error();
    if (Result<void> chosen = store_.events().Choose(event->id); !chosen) return chosen.error();
    return event;
  }

  Contact Person(const std::string& full, const std::string& given, const std::string& family) const {
    Contact contact;
    contact.id = MakeId<ContactId>(now_);
    contact.details.name = {full, given, family};
    contact.event = event_;
    contact.met_on = AddDays(today_, -1);
    contact.created = contact.updated = now_;
    return contact;
  }

  FollowUp Step(const Contact& contact, FollowUpKind kind, int days, const Words& words) const {
    FollowUp step;
    step.id = MakeId<FollowUpId>(now_);
    step.contact = contact.id;
    step.kind = kind;
    step.due = AddDays(today_, days);
    step.text = In(words);
    return step;
  }

  Result<void> Keep(const Contact& contact, const std::vector<FollowUp>& steps, const Words& looks_for,
                    const Words& offers) {
    if (Result<void> kept = store_.contacts().Confirm(contact, steps); !kept) return kept;
    Relationship relationship{.contact = contact.id};
    if (*looks_for.english != '\0') relationship.looks_for = {In(looks_for)};
    if (*offers.english != '\0') relationship.offers = {In(offers)};
    FollowingChange change{.what = "", .relationships = {{std::nullopt, relationship}}};
    return store_.following().Apply(change);
  }

  Result<void> AddAda() {
    Contact ada = Person("Ada van der Example", "Ada", "van der Example");
    ada.details.organization = "Example & Daughters";
    ada.details.titles = {In({"Head of Gardens", "Leiterin der Gärten"})};
    ada.details.phones = {{"+14155550123", "(415) 555-0123", "", PhoneType::kMobile}};
    ada.details.emails = {"ada@example.com"};
    ada.details.urls = {"www.example.com"};
    ada.details.notes =
        In({"Grows tomatoes on the roof of the library.", "Zieht Tomaten auf dem Dach der Bibliothek."});
    ada.interests = {In({"Roof gardens", "Dachgärten"}), In({"Choirs", "Chöre"})};
    const std::chrono::year_month_day soon(AddDays(today_, 17));
    ada.birthday = Birthday{soon.month() / soon.day(), std::nullopt};
    return Keep(ada,
                {Step(ada, FollowUpKind::kSayHello, 0,
                      {"Say that it was nice to meet Ada", "Ada sagen, dass es schön war, sie zu treffen"}),
                 Step(ada, FollowUpKind::kPromise, 0,
                      {"Send Ada the photos of the roof garden", "Ada die Fotos des Dachgartens schicken"})},
                {"a rehearsal room", "ein Probenraum"}, {"seedlings", "Setzlinge"});
  }

  Result<void> AddBo() {
    Contact bo = Person("Bo Sample", "Bo", "Sample");
    bo.details.organization = "Sample Works";
    bo.details.titles = {In({"Engineer", "Ingenieur"})};
    bo.details.emails = {"bo@example.org"};
    bo.interests = {In({"Old boats", "Alte Boote"}), In({"Choirs", "Chöre"})};
    return Keep(
        bo,
        {Step(bo, FollowUpKind::kCheckIn, 3, {"Ask Bo how the move went", "Bo fragen, wie der Umzug war"})},
        {"seedlings", "Setzlinge"}, {"a rehearsal room", "ein Probenraum"});
  }

  Result<void> AddZoe() {
    Contact zoe = Person("Zoë Übung", "Zoë", "Übung");
    zoe.details.organization = "Übung GmbH";
    zoe.details.titles = {In({"Managing director", "Geschäftsführerin"})};
    zoe.details.emails = {"zoe@example.org"};
    zoe.interests = {In({"Hiking", "Wandern"}), In({"Open data", "Freie Daten"})};
    return Keep(zoe,
                {Step(zoe, FollowUpKind::kSendLink, 1,
                      {"Send Zoë the link to the walks", "Zoë den Link zu den Wanderungen schicken"})},
                {"a drummer", "eine Schlagzeugerin"}, {"", ""});
  }

  Result<void> AddOthers() {
    Contact yamada = Person("山田 太郎", "太郎", "山田");
    yamada.details.organization = "株式会社サンプル";
    yamada.birthday =
        Birthday{std::chrono::year_month_day(today_).month() / std::chrono::year_month_day(today_).day(), {}};
    Contact masha = Person("Маша Примерова", "Маша", "Примерова");
    masha.details.organization = "Пример";
    Contact samir = Person("سمير الخطيب", "سمير", "الخطيب");
    samir.details.organization = "Sample Works";
    Contact long_name =
        Person("Maximiliana Featherstonehaugh-Longname", "Maximiliana", "Featherstonehaugh-Longname");
    long_name.details.organization = "The Society for the Very Long Naming of Things";
    long_name.interests = {In({"Open data", "Freie Daten"})};
    for (const Contact& contact : {yamada, masha, samir}) {
      if (Result<void> kept = Keep(contact, {}, {"", ""}, {"", ""}); !kept) return kept;
    }
    return Keep(long_name, {}, {"", ""}, {"a drummer", "eine Schlagzeugerin"});
  }

  storage::Store& store_;
  Instant now_;
  Day today_;
  bool german_;
  EventId event_;
};

}  // namespace

Result<Event> FillForTour(const Config& config, bool german) {
  auto opened = OpenStore(config);
  if (!opened) return opened.error();
  if (Result<void> set = HostPin(config).Set(kTourPin); !set) return set.error();
  HostCard grace{.name = "Grace Example",
                 .organization = german ? "Herbsttreffen" : "Autumn Meetup",
                 .title = german ? "Gastgeberin" : "Host",
                 .phone = "+1 415-555-0100",
                 .email = "grace@example.com",
                 .url = "https://example.com/grace",
                 .handles = {"LinkedIn: grace-example"}};
  if (auto kept = HostCardOf(config, *(*opened)->clock).Keep(grace); !kept) return kept.error();
  return Filler(**opened, german).Fill();
}

}  // namespace kith::app
