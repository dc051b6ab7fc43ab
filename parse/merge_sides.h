// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/draft.h"

namespace kith::parse {

/// One draft of both sides of a card. The front's values come first and none of them changes; the back adds
/// phones, e-mail and web addresses that the front doesn't have, and a name, organization, department, title,
/// address or note only where the front has none: a back often says the same in another language. A name in
/// another script than the front's becomes one of the other names. Fields of the back have an empty box, as
/// boxes are places on the front. Pure.
Draft MergeSides(Draft front, const Draft& back);

}  // namespace kith::parse
