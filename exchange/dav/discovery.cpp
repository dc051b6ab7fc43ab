// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/discovery.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/language.h"
#include "core/text.h"

namespace kith::exchange::dav {
namespace {

constexpr const char* kWho = "<D:current-user-principal/><D:resourcetype/><D:displayname/>";
constexpr const char* kWhatIsThere =
    "<D:resourcetype/><D:displayname/><D:current-user-privilege-set/><L:supported-calendar-component-set/>";

bool IsCollectionFor(const Resource& resource, Service service) {
  if (service == Service::kContacts) return resource.types.contains("addressbook");
  return resource.types.contains("calendar") &&
         (resource.components.empty() || resource.components.contains("VTODO"));
}

bool IsWritable(const Resource& resource) {
  const auto& may = resource.privileges;
  return may.empty() || may.contains("write") || may.contains("write-content") || may.contains("all");
}

WebAddress AsFolder(WebAddress address) {
  if (!address.path.ends_with('/')) address.path += '/';
  return address;
}

class Discovery {
 public:
  Discovery(Server& server, Service service, std::string name)
      : server_(server), service_(service), name_(std::move(name)) {}

  Result<std::vector<Place>> List(const WebAddress& given) {
    Result<std::optional<Place>> place = LookAt(given);
    if (!place) return place.error();
    if (*place) return std::vector{**place};
    if (!principal_) {
      if (auto known = AskWellKnown(given); !known) return known.error();
    }
    const Result<WebAddress> home = Home();
    if (!home) return home.error();
    return ListHome(*home);
  }

  Result<Place> Make(const Place& absent) {
    const Result<void> made = server_.Make(absent.address, service_, name_);
    if (made) return Place{absent.address, name_, true};
    // An earlier run's answer may have been lost, or it is there under another name.
    if (const auto there = LookAt(absent.address); there && *there) return **there;
    return made.error();
  }

 private:
  /// The place, if the address is that of a collection; else who is logged in is noted, if the server says.
  Result<std::optional<Place>> LookAt(const WebAddress& address) {
    const Result<Server::Found> found = server_.Find(address, kWho, "0");
    if (!found) {
      // Many servers have nothing at the address that people know; what is well known is asked next.
      const ErrorCode code = found.error().code;
      if (code == ErrorCode::kNotFound || code == ErrorCode::kUnreadable) return std::optional<Place>();
      return found.error();
    }
    for (const Resource& resource : found->answer.resources) {
      if (IsCollectionFor(resource, service_))
        return std::optional(Place{AsFolder(found->address), resource.name});
      if (resource.principal.empty()) continue;
      const Result<WebAddress> principal = Resolve(found->address, resource.principal);
      if (!principal) return principal.error();
      principal_ = *principal;
    }
    return std::optional<Place>();
  }

  Result<void> AskWellKnown(WebAddress address) {
    for (const char* const path :
         {service_ == Service::kContacts ? "/.well-known/carddav" : "/.well-known/caldav", "/"}) {
      address.path = path;
      const Result<std::optional<Place>> looked = LookAt(address);
      if (!looked) return looked.error();
      if (principal_) return {};
    }
    return Error{ErrorCode::kNotFound,
                 Filled(service_ == Service::kContacts
                            ? Tr("There is no CardDAV server at {0} that says where your address books are. "
                                 "Give the address of the collection itself.")
                            : Tr("There is no CalDAV server at {0} that says where your calendars are. Give "
                                 "the address of the collection itself."),
                        {address.host})};
  }

  Result<WebAddress> Home() {
    const Result<Server::Found> found = server_.Find(
        *principal_, service_ == Service::kContacts ? "<C:addressbook-home-set/>" : "<L:calendar-home-set/>",
        "0");
    if (!found) return found.error();
    for (const Resource& resource : found->answer.resources) {
      if (!resource.home.empty()) return Resolve(found->address, resource.home);
    }
    return Error{ErrorCode::kNotFound,
                 Filled(service_ == Service::kContacts
                            ? Tr("{0} has no address books for this user. It may not speak CardDAV.")
                            : Tr("{0} has no calendars for this user. It may not speak CalDAV."),
                        {principal_->host})};
  }

  Result<std::vector<Place>> ListHome(const WebAddress& home) {
    const Result<Server::Found> found = server_.Find(AsFolder(home), kWhatIsThere, "1");
    if (!found) return found.error();
    std::vector<Place> places;
    for (const Resource& resource : found->answer.resources) {
      if (!IsCollectionFor(resource, service_) || !IsWritable(resource)) continue;
      const Result<WebAddress> address = Resolve(found->address, resource.href);
      if (!address) return address.error();
      places.push_back({AsFolder(*address), resource.name});
    }
    const auto ours = std::ranges::find_if(
        places, [this](const Place& place) { return FoldText(place.name) == FoldText(name_); });
    if (ours != places.end()) {
      std::rotate(places.begin(), ours, std::next(ours));
      return places;
    }
    WebAddress address = AsFolder(found->address);
    address.path += FoldToAlnum(name_) + "/";
    places.insert(places.begin(), Place{address, name_, false, true});
    return places;
  }

  Server& server_;
  Service service_;
  std::string name_;
  std::optional<WebAddress> principal_;
};

}  // namespace

Result<std::vector<Place>> ListPlaces(Server& server, const WebAddress& given, Service service,
                                      const std::string& name) {
  return Discovery(server, service, name).List(given);
}

Result<Place> MakePlace(Server& server, const Place& absent, Service service) {
  return Discovery(server, service, absent.name).Make(absent);
}

Result<Place> FindPlace(Server& server, const WebAddress& given, Service service, const std::string& name,
                        bool may_make) {
  const Result<std::vector<Place>> places = ListPlaces(server, given, service, name);
  if (!places) return places.error();
  const Place& first = places->front();
  if (!first.is_absent || !may_make) return first;
  Result<Place> made = MakePlace(server, first, service);
  if (made || places->size() == 1) return made;
  if (places->size() == 2) return places->back();
  std::string text = Filled(Tr("{0} lets Kith make no collection of its own. Choose one by its address:"),
                            {first.address.host});
  for (const Place& place : std::span(*places).subspan(1))
    text += "\n  " + place.address.Text() + "  " + place.name;
  return Error{ErrorCode::kInvalidInput, text};
}

}  // namespace kith::exchange::dav
