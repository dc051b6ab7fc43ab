// SPDX-License-Identifier: Apache-2.0
#include "app/workbench.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "app/card_pictures.h"
#include "app/chime.h"
#include "app/desktop_mail.h"
#include "app/file_importer.h"
#include "app/logged_exporter.h"
#include "app/open_store.h"
#include "app/paths.h"
#include "app/readiness.h"
#include "app/settings_desk.h"
#include "app/sync_desk.h"
#include "exchange/contact_files.h"
#include "exchange/list_exporter.h"
#include "followup/plan.h"
#include "imaging/codec.h"
#include "ocr/card_reader.h"
#include "parse/card_parser.h"

namespace kith::app {
namespace {

class StoreBackup final : public DailyBackup {
 public:
  StoreBackup(storage::Store& store, std::filesystem::path folder)
      : store_(store), folder_(std::move(folder)) {}

  Result<void> BackUp(Day day) override {
    const auto backup = store_.BackUpDaily(folder_, day);
    return backup ? Result<void>() : backup.error();
  }

 private:
  storage::Store& store_;
  std::filesystem::path folder_;
};

class RealWorkbench : public flow::Workbench {
 public:
  RealWorkbench(std::unique_ptr<OpenedStore> store, std::unique_ptr<ocr::CardReader> reader,
                const std::shared_ptr<RunningConfig>& running, const Config& config, int version)
      : running_(running),
        version_(version),
        store_(std::move(store)),
        reader_(std::move(reader)),
        importer_(*reader_),
        pictures_(store_->store->captures()),
        lists_(store_->store->contacts(), store_->store->extras(), store_->store->follow_ups(),
               store_->store->following(), store_->store->events(), config.following.rules, *store_->clock,
               &pictures_),
        exporter_(lists_, store_->store->retention(), *store_->clock),
        contact_files_(config.region),
        mail_(store_->store->retention(), *store_->clock),
        host_cards_(HostCardOf(config, *store_->clock)),
        backup_(*store_->store, config.data_folder / "backups"),
        pin_(HostPin(config)),
        readiness_(config, *store_->clock),
        sync_(running, *store_),
        settings_(running, *store_->store, *reader_, *store_->clock),
        ports_{store_->store->captures(),
               store_->store->queue(),
               store_->store->contacts(),
               store_->store->follow_ups(),
               store_->store->following(),
               store_->store->events(),
               store_->store->figures(),
               readiness_,
               sync_,
               settings_,
               chime_,
               store_->store->history(),
               store_->store->duplicates(),
               store_->store->retention(),
               store_->store->guests(),
               backup_,
               pin_,
               *reader_,
               codec_,
               exporter_,
               contact_files_,
               store_->store->contact_import(),
               mail_,
               host_cards_,
               importer_,
               *store_->clock,
               [region = config.region](const Reading& reading) {
                 return parse::ParseCard(reading, {.region = region});
               },
               [rules = config.following.rules](const Contact& contact, const followup::EventDays& event,
                                                followup::DayLoad& load, Instant now) {
                 return followup::FollowUpsFor(rules.PlanFor(event), contact,
                                               {.met = *contact.met_on, .event_end = event.last_day},
                                               rules.calendar, load, now);
               },
               [clock = store_->clock.get()](Instant instant) { return clock->TimeOfDay(instant); },
               config.following.rules} {}

  flow::Ports& ports() override { return ports_; }
  bool IsOutdated() const override { return running_->version() != version_; }

 private:
  std::shared_ptr<RunningConfig> running_;
  int version_;
  std::unique_ptr<OpenedStore> store_;
  std::unique_ptr<ocr::CardReader> reader_;
  imaging::JpegCodec codec_;
  FileImporter importer_;
  StoredCardPictures pictures_;
  exchange::ListExporter lists_;
  LoggedExporter exporter_;
  exchange::LocalContactFiles contact_files_;
  DesktopMail mail_;
  HostCardStore host_cards_;
  StoreBackup backup_;
  storage::PinFile pin_;
  MachineReadiness readiness_;
  ConfiguredSync sync_;
  MachineSettings settings_;
  ProgramChime chime_;
  flow::Ports ports_;
};

/// The first picture that is written loads OpenCV's writer: that is better done before a guest waits for it.
void RehearseKeeping() {
  constexpr int kSide = 16;
  const std::size_t bytes = std::size_t{kSide} * kSide * 3;
  const Image card(kSide, kSide, PixelFormat::kBgr24, std::vector<std::uint8_t>(bytes));
  static_cast<void>(imaging::JpegCodec().Encode(card));  // whoever writes one is told what is wrong
}

}  // namespace

flow::WorkbenchFactory MakeWorkbenchFactory(const std::shared_ptr<RunningConfig>& running) {
  return [running]() -> Result<std::unique_ptr<flow::Workbench>> {
    const int version = running->version();  // first: what is newer makes it outdated
    const Config config = running->Now();
    auto store = OpenStore(config);
    if (!store) return store.error();
    auto reader = ocr::CardReader::Open({.languages = config.languages, .models = ModelsFolder()});
    if (!reader) return reader.error();
    RehearseKeeping();
    return std::unique_ptr<flow::Workbench>(
        new RealWorkbench(std::move(*store), std::move(*reader), running, config, version));
  };
}

}  // namespace kith::app
