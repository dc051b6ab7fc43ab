// SPDX-License-Identifier: Apache-2.0
// Makes a small database of the schema that this source tree has, for tests/storage/older_versions_test.cpp:
// run it before a schema is released and keep what it made as tests/storage/data/version-<n>.db.
//
// usage: kith_version_file FILE
#include <array>
#include <iostream>

#include "storage/database.h"
#include "tests/storage/open_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"

namespace kith::storage {
namespace {

void Must(const Result<void>& done) {
  if (!done) throw std::runtime_error(done.error().message + " " + done.error().detail);
}

void Fill(Store& store, test::ManualClock& clock) {
  const Event event = store.events().FindOrCreate("Looms and Logic").value();
  NewCapture capture = test::SampleCapture("the front of Ada's card");
  capture.back = EncodedImage{{'b', 'a', 'c', 'k'}, "image/jpeg"};
  Contact ada = test::FullContact();
  ada.capture = store.captures().Add(capture).value();
  ada.event = event.id;
  Must(store.queue().Finish(*ada.capture, test::SampleDraft()));
  Must(store.contacts().Confirm(ada, std::array{test::SampleFollowUp(ada.id, clock.Today())}));
  clock.Advance(std::chrono::minutes(5));
  ada.details.organization = "Difference Engines Ltd";
  ada.details.phones.pop_back();
  Must(store.contacts().Update(ada));
  Must(store.contacts().Confirm(test::NamedContact("Grace Sample"), {}));
  static_cast<void>(store.captures().Add(test::SampleCapture("not read yet")).value());
  Must(store.retention().RecordExport({clock.Now(), "csv", "/home/grace/people.csv", {ada.id}}));
}

}  // namespace
}  // namespace kith::storage

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: kith_version_file FILE\n";
    return 2;
  }
  try {
    kith::test::ManualClock clock;
    {
      const auto store = kith::storage::OpenStore(argv[1], clock);
      kith::storage::Fill(*store, clock);
    }
    kith::storage::Database database(argv[1], kith::storage::Database::Mode::kReadWrite);
    // Small pages make a small file; the store doesn't mind which they are.
    database.Number("PRAGMA journal_mode = DELETE");
    database.Execute("PRAGMA page_size = 512; VACUUM");
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return 0;
}
