// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "core/result.h"
#include "imaging/network_stream.h"

namespace kith::imaging {

/// As OpenCvIo::OpenStream says; part of the module that is loaded when it is needed.
Result<std::unique_ptr<NetworkStream>> OpenFfmpegStream(const std::string& url,
                                                        const StreamPatience& patience);

}  // namespace kith::imaging
