// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contact_extras.h"
#include "core/exporter.h"
#include "exchange/contact_text.h"

namespace kith::exchange {

/// Exporter::Export for the formats that hold contacts. Reads and writes them one after the other, so that
/// memory doesn't grow with them.
Result<ExportReport> ExportContacts(const ExportRequest& request, ContactExtrasStore& contacts,
                                    const EventNames& event_names);

}  // namespace kith::exchange
