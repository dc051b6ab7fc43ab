// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kith::storage {

/// The given name that a folded given name is a short or pet form of ("bob" -> "robert"), else itself. Forms
/// that stand for several names give the most common one.
std::string_view FullGivenName(std::string_view folded);

}  // namespace kith::storage
