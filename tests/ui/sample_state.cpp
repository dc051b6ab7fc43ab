// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/sample_state.h"

#include <functional>
#include <map>

#include "exchange/vcard/host_vcard.h"
#include "flow/present.h"
#include "flow/update.h"
#include "tests/ui/sample_events.h"
#include "tests/ui/sample_guests.h"
#include "tests/ui/sample_intake.h"
#include "tests/ui/sample_settings.h"

namespace kith::ui::test {
namespace {

using namespace std::chrono_literals;
using flow::AppState;

constexpr Day kToday{std::chrono::year(2026), std::chrono::November, std::chrono::day(23)};
constexpr Instant kNow = std::chrono::sys_days(kToday) + 18h;

AppState Desk(const SamplePictures& pictures) {
  AppState state = flow::InitialState(DeskSettings(), kNow, kToday);
  state.scan.camera = "Demo camera";
  state.scan.preview = {pictures.camera, pictures.outline, flow::ScanHint::kHoldStill};
  state.due.count_until_today = 3;
  return state;
}

AppState Kiosk(const SamplePictures& pictures) {
  AppState state = Desk(pictures);
  state.settings = KioskSettings();
  state.lock.locked = true;
  return state;
}

flow::RecentCard Recent(const std::string& title, flow::CardStage stage, const Image& card,
                        Instant taken = kNow) {
  flow::RecentCard recent;
  recent.ticket = 1;
  recent.id = MakeId<CaptureId>(taken);
  recent.title = title;
  recent.stage = stage;
  recent.card = card;
  return recent;
}

AppState WithCards(AppState state, const SamplePictures& pictures) {
  state.scan.cards = {
      Recent("", flow::CardStage::kReading, pictures.bo),
      Recent("山田 太郎", flow::CardStage::kToReview, pictures.yamada),
      Recent("Ada van der Example", flow::CardStage::kSaved, pictures.ada),
      Recent("Maximiliana Featherstonehaugh-Longname", flow::CardStage::kToReview, pictures.bo),
      Recent("", flow::CardStage::kUnreadable, {})};
  return state;
}

Draft AdaDraft() {
  Draft draft;
  draft.details.name = {"Ada van der Example", "Ada", "van der Example"};
  draft.details.organization = "Example & Daughters";
  draft.details.titles = {"Head of Gardens"};
  draft.details.phones = {{"+14155550123", "(415) 555-0123", "12", PhoneType::kMobile}};
  draft.details.emails = {"ada@example.com"};
  draft.details.urls = {"www.example.com"};
  draft.details.addresses = {"1 Main Street, Springfield"};
  draft.fields = {{FieldKind::kName, "Ada van der Example", 0.96, {70, 190, 480, 56}},
                  {FieldKind::kTitle, "Head of Gardens", 0.93, {70, 262, 262, 36}},
                  {FieldKind::kOrganization, "Example & Daughters", 0.88, {70, 70, 352, 44}},
                  {FieldKind::kPhone, "+14155550123", 0.9, {70, 384, 290, 34}},
                  {FieldKind::kEmail, "ada@example.com", 0.97, {70, 432, 268, 34}},
                  {FieldKind::kUrl, "www.example.com", 0.95, {70, 480, 270, 34}},
                  {FieldKind::kAddress, "1 Main Street, Springfield", 0.86, {70, 528, 420, 34}}};
  return draft;
}

Draft HardDraft() {
  Draft draft = AdaDraft();
  draft.details.emails = {"ada.van.der.example+meetups@a-rather-long-name.example.org", "ada@example.com"};
  draft.fields[3].confidence = 0.55;
  draft.fields[0].confidence = 0.62;
  draft.fields[4].confidence = 0.97;
  return draft;
}

AppState Review(AppState state, const Draft& draft, const Image& card) {
  flow::ReviewState review;
  review.capture = MakeId<CaptureId>(kNow);
  review.card = card;
  review.draft = draft;
  review.rows = flow::RowsOf(draft);
  if (!review.rows.front().box.empty()) review.focused = review.rows.front().box;
  state.review = std::move(review);
  state.screen = flow::Screen::kReview;
  return state;
}

Contact Person(const std::string& name, const std::string& organization, const std::string& title) {
  Contact contact;
  contact.id = MakeId<ContactId>(kNow);
  contact.details.name.full = name;
  contact.details.organization = organization;
  if (!title.empty()) contact.details.titles = {title};
  contact.met_on = AddDays(kToday, -3);
  return contact;
}

std::vector<Contact> People() {
  std::vector<Contact> people = {Person("Ada van der Example", "Example & Daughters", "Head of Gardens"),
                                 Person("Bo Sample", "Sample Works", "Engineer"),
                                 Person("Маша Примерова", "Пример", "Редактор"),
                                 Person("Maximiliana Featherstonehaugh-Longname",
                                        "The Society for the Very Long Naming of Things", "Chair"),
                                 Person("Nobody Inparticular", "", ""),
                                 Person("山田 太郎", "株式会社サンプル", "部長"),
                                 Person("Zoë Übung", "Übung GmbH", "Geschäftsführerin")};
  people[0].details.phones = {{"+14155550123", "", "12", PhoneType::kMobile}};
  people[0].details.emails = {"ada.van.der.example+meetups@a-rather-long-name.example.org"};
  people[0].details.urls = {"www.example.com"};
  people[0].details.addresses = {"1 Main Street, Springfield"};
  people[0].details.notes = "Grows tomatoes on the roof of the library. Wants to meet Bo.";
  people[0].interests = {"roof gardens", "open data", "sourdough", "choirs"};
  return people;
}

std::vector<FollowUp> NextSteps(const Contact& contact) {
  FollowUp hello;
  hello.contact = contact.id;
  hello.due = AddDays(kToday, 1);
  hello.text = "Say that it was nice to meet Ada";
  FollowUp check_in = hello;
  check_in.due = AddDays(kToday, 90);
  check_in.text = "Check in with Ada";
  return {hello, check_in};
}

flow::ContactLoaded Ada(const std::vector<Contact>& people) {
  flow::ContactLoaded loaded{people[0], "Autumn Meetup", NextSteps(people[0])};
  loaded.contact.birthday = Birthday{std::chrono::December / 10, std::nullopt};
  loaded.relationship = {.contact = people[0].id,
                         .circle = "friends",
                         .tags = {"choir"},
                         .looks_for = {"a rehearsal room"},
                         .offers = {"seedlings"}};
  loaded.circles = {"close", "friends", "yearly"};
  return loaded;
}

AppState Contacts(AppState state, const std::vector<Contact>& people) {
  state.screen = flow::Screen::kContacts;
  state.contacts.loaded = true;
  state.contacts.rows = flow::ContactRows(people);
  if (people.empty()) return state;
  state.contacts.selected = people[0].id;
  state.contacts.pane = flow::PaneOf(Ada(people), kToday);
  return state;
}

AppState ContactWith(AppState state, const SamplePictures& pictures) {
  state = Contacts(std::move(state), People());
  const std::vector<Contact> people = People();
  flow::ContactLoaded loaded = Ada(people);
  loaded.contact.id = *state.contacts.selected;
  Draft read = AdaDraft();
  read.details.organization = "Example & Doughters";
  loaded.cards = {{read, pictures.ada}};
  loaded.alike = {{people[1], {0.93, {"same mobile", "same family name"}}}};
  loaded.suggestions = {
      {"organization", "Example & Daughters", "Example & Daughters Ltd", Actor::kImport, kNow}};
  Revision created{1, kNow, Actor::kGuest, "kiosk", {{"created", "", "Ada van der Example"}}, {}};
  Revision changed{2,
                   kNow,
                   Actor::kHost,
                   "desk",
                   {{"organization", "Example & Doughters", "Example & Daughters"},
                    {"emails", "", "ada.van.der.example+meetups@a-rather-long-name.example.org"}},
                   {}};
  loaded.revisions = {{changed, AddDays(kToday, -1)}, {created, AddDays(kToday, -3)}};
  state.contacts.pane = flow::PaneOf(loaded, kToday);
  return state;
}

flow::NamedDueItem Item(FollowUpKind kind, int days, const std::string& name, const std::string& text) {
  flow::NamedDueItem item;
  item.item.contact = MakeId<ContactId>(kNow);
  if (kind != FollowUpKind::kBirthday) item.item.follow_up = MakeId<FollowUpId>(kNow);
  item.item.kind = kind;
  item.item.day = item.item.due = AddDays(kToday, days);
  if (kind == FollowUpKind::kBirthday) item.item.occasion = item.item.day;
  if (kind == FollowUpKind::kCheckIn)
    item.item.range = followup::CalmRange{item.item.day, AddDays(item.item.day, 28)};
  item.item.text = text;
  item.name = name;
  return item;
}

AppState Due(AppState state, bool empty) {
  state.screen = flow::Screen::kDue;
  state.due.loaded = true;
  state.due.count_until_today = empty ? 0 : 2;
  if (empty) return state;
  const std::vector<flow::NamedDueItem> items = {
      Item(FollowUpKind::kBirthday, 0, "山田 太郎", "Birthday of 太郎"),
      Item(FollowUpKind::kSayHello, 0, "Ada van der Example", "Say that it was nice to meet Ada"),
      Item(FollowUpKind::kIntroduce, 3, "Maximiliana Featherstonehaugh-Longname",
           "Introduce Maximiliana to Bo: both restore old church organs, and neither knows anybody else who "
           "does"),
      Item(FollowUpKind::kCheckIn, 4, "Bo Sample", "Ask Bo how the move went")};
  state.due.groups = flow::DueGroups(items, kToday);
  state.due.put_off = flow::PutOffChoices(followup::SnoozeChoices({}, kToday), kToday);
  state.due.can_undo = "Done: Ask Bo how the move went";
  return state;
}

AppState DueMessage(AppState state) {
  state = Due(std::move(state), false);
  state.due.message = flow::MessageSheet{
      .key = state.due.groups[0].rows[1].key,
      .loading = false,
      .mail = {.to = {{{}, "Ada van der Example", "ada@example.com"}},
               .subject = "Nice to meet you at Autumn Meetup",
               .body = "Hello Ada,\n\nit was nice to meet you at Autumn Meetup. I enjoyed talking about old "
                       "boats.\n\nAll the best\nGrace"}};
  return state;
}

AppState Introductions(AppState state) {
  state = Due(std::move(state), false);
  state.due.tab = flow::DueTab::kIntroductions;
  state.due.introductions_loaded = true;
  const auto row = [](const std::string& one, const std::string& other, const std::string& why) {
    return flow::IntroductionRow{{MakeId<ContactId>(kNow), MakeId<ContactId>(kNow)}, {one, other}, why};
  };
  flow::BegunIntroduction begun{.id = MakeId<IntroductionId>(kNow),
                                .contacts = {MakeId<ContactId>(kNow), MakeId<ContactId>(kNow)},
                                .names = {"Zoë Übung", "Bo Sample"},
                                .answers = {Answer::kYes, Answer::kNone},
                                .why = "Zoë looks for a drummer, and Bo plays the drums"};
  state.due.begun = {begun};
  state.due.introductions = {
      row("Ada van der Example", "Bo Sample",
          "Ada looks for a rehearsal room, and Bo offers it; both like to talk about old boats"),
      row("Maximiliana Featherstonehaugh-Longname", "山田 太郎",
          "both like to talk about church organs; both are at home in Springfield; both speak English")};
  return state;
}

AppState Everyone(AppState state) {
  state = Due(std::move(state), false);
  state.due.tab = flow::DueTab::kEveryone;
  state.due.everyone_loaded = true;
  state.due.everyone = {
      {MakeId<ContactId>(kNow), "Bo Sample", "Nothing is planned", true},
      {MakeId<ContactId>(kNow), "Ada van der Example", "tomorrow: Tell Ada it was nice to meet", false},
      {MakeId<ContactId>(kNow), "山田 太郎", "3 December: Wish 太郎 a happy birthday", false}};
  state.due.everyone_summary = flow::FatesSummary(state.due.everyone, 2, 1);
  return state;
}

AppState Keeping(AppState state) {
  Event other;
  other.id = MakeId<EventId>(kNow);
  other.name = "Open Data Evening at the Town Library";
  state.keeping.loaded = true;
  state.keeping.events = {
      {*state.settings.event,
       {.purpose = "To send the slides", .expires = AddDays(kToday, 180), .card_image_days = 30}},
      {other, {}}};
  state.keeping.erased = {kToday, {.contacts = 2, .captures = 1, .card_images = 14}};
  return state;
}

AppState Export(AppState state) {
  state.screen = flow::Screen::kExport;
  state.exporting.report = ExportReport{"/home/ada/Documents/kith-contacts.vcf", 42};
  return state;
}

AppState Intake(AppState state, flow::IntakeState intake) {
  state.screen = flow::Screen::kImport;
  state.intake = std::move(intake);
  return state;
}

AppState WithHostCard(AppState state, HostCard card) {
  state.screen = flow::Screen::kHostCard;
  state.host_card.loaded = true;
  state.host_card.saved = 1;
  const Result<HostCode> code = exchange::MakeHostCode(card, state.settings.event->name, "US");
  if (code) {
    state.host_card.code = *code;
  } else {
    state.host_card.problem = code.error().message;
  }
  state.host_card.kept = std::move(card);
  return state;
}

HostCard Grace() {
  return {.id = MakeId<ContactId>(kNow),
          .name = "Grace Example",
          .organization = "Autumn Meetup",
          .title = "Host",
          .phone = "+1 415-555-0123",
          .email = "grace@example.com",
          .url = "https://example.com/grace",
          .handles = {"LinkedIn: grace-example", "GitHub: grace"}};
}

HostCard LongCard() {
  HostCard card = Grace();
  card.organization =
      "The Maximiliana Featherstonehaugh-Longname Society for the Restoration of Church Organs";
  card.title = "Honorary Chairwoman, Keeper of the Archive and of the Great Organ in Springfield";
  card.url = "https://a-rather-long-name.example.org/people/grace/and/everything/about/her/organs?in=detail";
  card.handles.emplace_back("Mastodon: grace-featherstonehaugh@social.example.org");
  return card;
}

AppState Filtered(AppState state) {
  state = Contacts(std::move(state), People());
  Event other;
  other.id = MakeId<EventId>(kNow);
  other.name = "Open Data Evening at the Town Library";
  state.contacts.choices = {{*state.settings.event, other}, {"choir", "old school", "sailing"}};
  state.contacts.filters = {.event = state.settings.event->id, .nothing_planned = true, .quiet_months = 3};
  return state;
}

AppState WithMoment(AppState state, flow::Moment moment) {
  state.scan.moment = std::move(moment);
  return state;
}

AppState WithNotices(AppState state) {
  state.notices = {
      {1, flow::NoticeTone::kInfo, "Ada van der Example is saved", "Tomorrow: Say that it was nice to meet.",
       kNow + 10s},
      {2, flow::NoticeTone::kProblem, "The disk is full",
       "The card could not be stored in /home/ada/.local/share/kith. Free some space, then hold it up again.",
       std::nullopt}};
  return state;
}

AppState Importing(AppState state) {
  state.importing.pictures = 12;
  state.importing.done = 3;
  state.importing.cards = 17;
  state.notices = {{1, flow::NoticeTone::kWorking, "Looking for cards",
                    flow::ImportProgressText(state.importing), std::nullopt}};
  return state;
}

AppState Imported(AppState state) {
  state.importing.done = 12;
  state.importing.cards = 48;
  state.importing.known = 2;
  const Error errors[] = {{ErrorCode::kUnreadable,
                           "/home/ada/Documents/notes.txt: this isn't a picture that Kith can read. Use "
                           "JPEG, PNG, WebP, BMP or TIFF."},
                          {ErrorCode::kUnreadable,
                           "/home/ada/Documents/secret.pdf: the PDF file is encrypted. Save it without a "
                           "password and try again."},
                          {ErrorCode::kNoCard, "No card was found in /home/ada/Pictures/cat.jpg."}};
  state.notices = {
      {1, flow::NoticeTone::kInfo, "Cards brought in", flow::ImportResultText(state.importing), kNow + 6s},
      {2, flow::NoticeTone::kProblem, "Some files gave no cards", flow::ImportErrorsText(errors),
       std::nullopt}};
  return state;
}

AppState NoCamera(AppState state) {
  state.scan.preview = {{}, {}, flow::ScanHint::kStarting};
  state.scan.camera.clear();
  state.scan.camera_error =
      Error{ErrorCode::kSourceLost,
            "/dev/video0 doesn't answer. Plug the camera in again, or choose another one with "
            "--camera."};
  return state;
}

AppState Idle(AppState state) {
  state.now = state.last_input + 50s;
  return state;
}

using flow::GuestStep;
using Maker = std::function<AppState(const SamplePictures&)>;

const std::map<std::string, Maker>& Makers() {
  static const std::map<std::string, Maker> makers = {
      {"scan", [](const auto& p) { return WithCards(Desk(p), p); }},
      {"scan-empty", [](const auto& p) { return Desk(p); }},
      {"scan-no-camera", [](const auto& p) { return NoCamera(Desk(p)); }},
      {"scan-importing", [](const auto& p) { return Importing(WithCards(Desk(p), p)); }},
      {"scan-imported", [](const auto& p) { return Imported(WithCards(Desk(p), p)); }},
      {"scan-guest", [](const auto& p) { return WithCards(Kiosk(p), p); }},
      {"scan-got-it",
       [](const auto& p) { return WithMoment(WithCards(Desk(p), p), flow::GotItMoment(kNow + 2s)); }},
      {"scan-saved",
       [](const auto& p) {
         const Contact ada = People()[0];
         return WithMoment(WithCards(Desk(p), p), flow::SavedMoment(ada, NextSteps(ada), kToday, kNow + 5s));
       }},
      {"review", [](const auto& p) { return Review(Desk(p), AdaDraft(), p.ada); }},
      {"review-alike",
       [](const auto& p) {
         flow::AppState state = Review(Desk(p), AdaDraft(), p.ada);
         state.review->alike = flow::AlikeRows(
             std::vector<flow::AlikeContact>{{People()[0], {0.95, {"same name", "same mobile"}}}});
         return state;
       }},
      {"review-both-sides",
       [](const auto& p) {
         flow::AppState state = Review(Desk(p), AdaDraft(), p.ada);
         state.review->back = p.bo;
         return state;
       }},
      {"review-hard", [](const auto& p) { return Review(WithCards(Desk(p), p), HardDraft(), p.ada); }},
      {"review-unreadable",
       [](const auto& p) {
         AppState state = Review(Desk(p), {}, p.bo);
         state.review->unreadable = true;
         return state;
       }},
      {"guest-live", [](const auto& p) { return Live(Kiosk(p)); }},
      {"guest-no-camera", [](const auto& p) { return NoCamera(Kiosk(p)); }},
      {"guest-got-it",
       [](const auto& p) { return Visited(Review(Kiosk(p), AdaDraft(), p.ada), GuestStep::kGotIt); }},
      {"guest-check",
       [](const auto& p) { return Visited(Review(Kiosk(p), AdaDraft(), p.ada), GuestStep::kCheck); }},
      {"guest-check-hard",
       [](const auto& p) { return Visited(Review(Kiosk(p), HardDraft(), p.ada), GuestStep::kCheck); }},
      {"guest-unreadable",
       [](const auto& p) {
         AppState state = Visited(Review(Kiosk(p), {}, p.bo), GuestStep::kCheck);
         state.review->unreadable = true;
         return state;
       }},
      {"guest-wishes",
       [](const auto& p) {
         return WithEventWords(Visited(Review(Kiosk(p), AdaDraft(), p.ada), GuestStep::kWishes));
       }},
      {"guest-wishes-plain",
       [](const auto& p) { return Visited(Review(Kiosk(p), AdaDraft(), p.ada), GuestStep::kWishes); }},
      {"guest-thanks",
       [](const auto& p) {
         return Visited(Review(WithHostCard(Kiosk(p), Grace()), AdaDraft(), p.ada), GuestStep::kThanks);
       }},
      {"guest-thanks-plain",
       [](const auto& p) { return Visited(Review(Kiosk(p), AdaDraft(), p.ada), GuestStep::kThanks); }},
      {"guest-receipt", [](const auto& p) { return Returned(Kiosk(p), flow::ReceiptStep::kEnter); }},
      {"guest-record", [](const auto& p) { return Returned(Kiosk(p), flow::ReceiptStep::kShown); }},
      {"guest-erased", [](const auto& p) { return Returned(Kiosk(p), flow::ReceiptStep::kErased); }},
      {"guest-idle",
       [](const auto& p) { return Idle(Visited(Review(Kiosk(p), AdaDraft(), p.ada), GuestStep::kCheck)); }},
      {"contacts", [](const auto& p) { return Contacts(Desk(p), People()); }},
      {"contact-alike", [](const auto& p) { return ContactWith(Desk(p), p); }},
      {"contact-cards", [](const auto& p) { return ContactWith(Desk(p), p); }},
      {"contact-history", [](const auto& p) { return ContactWith(Desk(p), p); }},
      {"contact-edit", [](const auto& p) { return ContactWith(Desk(p), p); }},
      {"contacts-filtered", [](const auto& p) { return Filtered(Desk(p)); }},
      {"contacts-empty", [](const auto& p) { return Contacts(Desk(p), {}); }},
      {"due", [](const auto& p) { return Due(Desk(p), false); }},
      {"due-everyone", [](const auto& p) { return Everyone(Desk(p)); }},
      {"due-introductions", [](const auto& p) { return Introductions(Desk(p)); }},
      {"due-message", [](const auto& p) { return DueMessage(Desk(p)); }},
      {"due-empty", [](const auto& p) { return Due(Desk(p), true); }},
      {"import", [](const auto& p) { return Intake(Desk(p), SampleIntake(flow::IntakeStep::kReady)); }},
      {"import-choose",
       [](const auto& p) { return Intake(Desk(p), SampleIntake(flow::IntakeStep::kChoose)); }},
      {"import-error", [](const auto& p) { return Intake(Desk(p), BrokenIntake()); }},
      {"import-running",
       [](const auto& p) { return Intake(Desk(p), SampleIntake(flow::IntakeStep::kImport)); }},
      {"import-done", [](const auto& p) { return Intake(Desk(p), SampleIntake(flow::IntakeStep::kDone)); }},
      {"export", [](const auto& p) { return Export(Desk(p)); }},
      {"events", [](const auto& p) { return WithEvents(Desk(p)); }},
      {"events-edit", [](const auto& p) { return WithEvents(Desk(p)); }},
      {"events-empty", [](const auto& p) { return WithoutEvents(Desk(p)); }},
      {"events-keeping", [](const auto& p) { return Keeping(WithEvents(Desk(p))); }},
      {"events-long", [](const auto& p) { return WithLongEvent(Desk(p)); }},
      {"events-ready", [](const auto& p) { return WithReadiness(Desk(p)); }},
      {"host-card", [](const auto& p) { return WithHostCard(Desk(p), Grace()); }},
      {"host-card-empty", [](const auto& p) { return WithHostCard(Desk(p), {}); }},
      {"host-card-long", [](const auto& p) { return WithHostCard(Desk(p), LongCard()); }},
      {"settings-camera", [](const auto& p) { return WithSettings(Desk(p), flow::SettingsTab::kCamera); }},
      {"settings-camera-broken", [](const auto& p) { return WithBrokenCamera(Desk(p)); }},
      {"settings-camera-none", [](const auto& p) { return WithoutCamera(Desk(p)); }},
      {"settings-camera-flags", [](const auto& p) { return WithFlags(Desk(p)); }},
      {"settings-window", [](const auto& p) { return WithSettings(Desk(p), flow::SettingsTab::kWindow); }},
      {"settings-pin", [](const auto& p) { return WithSettings(Desk(p), flow::SettingsTab::kPin); }},
      {"settings-pin-set", [](const auto& p) { return WithPin(Desk(p)); }},
      {"settings-backup", [](const auto& p) { return WithSettings(Desk(p), flow::SettingsTab::kBackup); }},
      {"settings-backup-running", [](const auto& p) { return WithBackupRunning(Desk(p)); }},
      {"settings-choices", [](const auto& p) { return WithSettings(Desk(p), flow::SettingsTab::kWindow); }},
      {"sync", [](const auto& p) { return WithSync(Desk(p)); }},
      {"sync-login", [](const auto& p) { return WithLogin(Desk(p)); }},
      {"sync-login-again",
       [](const auto& p) {
         AppState state = WithSync(Desk(p));
         state.sync.connect.again = true;
         return state;
       }},
      {"sync-login-wrong", [](const auto& p) { return WithWrongPassword(Desk(p)); }},
      {"sync-login-tried", [](const auto& p) { return WithLoginTried(Desk(p)); }},
      {"sync-found", [](const auto& p) { return WithFoundPlaces(Desk(p)); }},
      {"sync-lead", [](const auto& p) { return WithLead(Desk(p)); }},
      {"sync-disconnect", [](const auto& p) { return WithSync(Desk(p)); }},
      {"sync-question", [](const auto& p) { return WithSyncQuestion(Desk(p)); }},
      {"notices", [](const auto& p) { return WithNotices(Contacts(Desk(p), People())); }},
      {"pin", [](const auto& p) { return Kiosk(p); }},
  };
  return makers;
}

}  // namespace

flow::Settings DeskSettings() {
  flow::Settings settings;
  Event event;
  event.id = MakeId<EventId>(kNow);
  event.name = "Autumn Meetup";
  settings.event = event;
  settings.export_folder = "/home/ada/Documents";
  return settings;
}

flow::Settings KioskSettings() {
  flow::Settings settings = DeskSettings();
  settings.kiosk = true;
  return settings;
}

std::optional<AppState> SampleState(const std::string& name, const SamplePictures& pictures) {
  const auto maker = Makers().find(name);
  if (maker == Makers().end()) return std::nullopt;
  return maker->second(pictures);
}

const std::vector<std::string>& SampleNames() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const auto& [name, maker] : Makers())
      all.push_back(name);
    return all;
  }();
  return names;
}

}  // namespace kith::ui::test
