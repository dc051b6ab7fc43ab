// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <any>
#include <concepts>
#include <type_traits>
#include <typeinfo>
#include <utility>

namespace kith::flow {

template <typename Kind>
struct Listed {};

/// Derive a struct from it to name a list of kinds.
template <typename... Kinds>
struct KindList : Listed<Kinds>... {};

/// A value of one of the kinds in a list: a std::variant for many kinds. That one's name, of thousands of
/// letters, stands in each of the functions that it is made of, so with a hundred kinds every source that
/// makes one takes seconds and tens of megabytes. This one's name is short, and a source pays for the kinds
/// that it uses only. Empty once it was moved from, never else.
template <typename List>
class OneOf {
 public:
  template <typename Kind>
  requires std::derived_from<List, Listed<Kind>> OneOf(Kind kind) : value_(std::move(kind)) {}

  /// The value if it is of that kind, nullptr if it is of another.
  template <typename Kind>
  requires std::derived_from<List, Listed<Kind>>
  const Kind* As() const { return std::any_cast<Kind>(&value_); }

  const std::type_info& kind() const { return value_.type(); }

  /// Calls `visit` with the value as what it is; `visit` must take every kind of the list.
  template <typename Visit>
  void Accept(const Visit& visit) const {
    VisitAny(visit, List());
  }

 private:
  template <typename Visit, typename... Kinds>
  void VisitAny(const Visit& visit, const KindList<Kinds...>&) const {
    const std::type_info& kind = value_.type();
    static_cast<void>(((kind == typeid(Kinds) && (visit(*std::any_cast<Kinds>(&value_)), true)) || ...));
  }

  std::any value_;
};

}  // namespace kith::flow
